package org.hms.rules.quality;

import java.util.Comparator;
import java.util.List;
import org.drools.ruleunits.api.RuleUnitProvider;

/** Findings on an incoming person: refuse on an error, otherwise note and go on. Any number of threads may ask. */
public final class QualityPolicy {

    public QualityPolicy() {
        fire(new QualityUnit());
    }

    /** All findings, by rule id. */
    public List<Finding> findings(PersonFacts person) {
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
