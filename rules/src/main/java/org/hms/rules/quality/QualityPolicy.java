package org.hms.rules.quality;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.drools.ruleunits.api.RuleUnitProvider;

/** Findings on an incoming person, told to its source. Any number of threads may ask. */
public final class QualityPolicy {

    /** Findings by the facts they rest on, which are few and are yes or no: for equal facts the rules are asked once. */
    private final Map<PersonFacts, List<Finding>> known = new ConcurrentHashMap<>();

    public QualityPolicy() {
        fire(new QualityUnit());
    }

    /** All findings, by rule id. */
    public List<Finding> findings(PersonFacts person) {
        return known.computeIfAbsent(person, QualityPolicy::ask);
    }

    private static List<Finding> ask(PersonFacts person) {
        var unit = new QualityUnit();
        unit.getPersons().add(person);
        fire(unit);
        return unit.getFindings().stream()
                .sorted(Comparator.comparing(Finding::ruleId))
                .toList();
    }

    private static void fire(QualityUnit unit) {
        try (var session = RuleUnitProvider.get().createRuleUnitInstance(unit)) {
            session.fire();
        }
    }
}
