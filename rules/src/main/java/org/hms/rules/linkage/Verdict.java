package org.hms.rules.linkage;

import java.util.Comparator;
import java.util.List;

/** What the guards say of one pair: the most cautious action any of them asked for, and all that spoke, by id. */
public record Verdict(Action action, List<FiredRule> rules) {
    public static final Verdict NOTHING_AGAINST = new Verdict(Action.NONE, List.of());

    public Verdict {
        rules = List.copyOf(rules);
    }

    static Verdict of(List<Judgement> judgements) {
        if (judgements.isEmpty()) {
            return NOTHING_AGAINST;
        }
        return new Verdict(
                judgements.stream()
                        .map(Judgement::action)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                judgements.stream()
                        .map(judgement -> FiredRule.named(judgement.rule()))
                        .sorted(Comparator.comparing(FiredRule::id))
                        .toList());
    }
}
