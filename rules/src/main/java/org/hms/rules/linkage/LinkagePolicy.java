package org.hms.rules.linkage;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.drools.ruleunits.api.RuleUnitProvider;

/**
 * The guards of identity. They only ever hold back: twins, newborns, a mother's document on her child's record, father and
 * son of one name. The rules are compiled once; any number of threads may judge.
 */
public final class LinkagePolicy {
    /** Verdicts by the facts they rest on. Pairs are yes-or-no facts, so that a few hundred combinations ever occur. */
    private final Map<ComparedPair, Verdict> known = new ConcurrentHashMap<>();

    public LinkagePolicy() {
        warmUp();
    }

    public Verdict judge(ComparedPair pair) {
        // Most pairs set no fact that any guard asks for; only for the others are the rules asked, once for equal
        // facts.
        if (!pair.isGuarded()) {
            return Verdict.NOTHING_AGAINST;
        }
        var verdict = known.get(pair);
        return verdict != null ? verdict : known.computeIfAbsent(pair, LinkagePolicy::fire);
    }

    /** Compiles the rules, which takes seconds, so that the first pair need not wait for it. */
    public void warmUp() {
        fire(ComparedPair.NO_FACTS);
    }

    static Verdict fire(ComparedPair pair) {
        var unit = new LinkageUnit();
        unit.getPairs().add(pair);
        try (var session = RuleUnitProvider.get().createRuleUnitInstance(unit)) {
            session.fire();
        }
        return Verdict.of(unit.getJudgements());
    }
}
