package org.hms.registry.patient;

import java.util.List;
import java.util.Set;

/**
 * What an act changes before anything is derived: the records it is about, the decisions and marks it adds, the acts whose
 * decisions and marks no longer count.
 */
public record Ruling(Set<String> records, List<Decision> decisions, List<GoldenMark> marks, Set<Long> withdrawn) {

    static final Ruling NONE = new Ruling(Set.of(), List.of(), List.of(), Set.of());

    public Ruling {
        records = Set.copyOf(records);
        decisions = List.copyOf(decisions);
        marks = List.copyOf(marks);
        withdrawn = Set.copyOf(withdrawn);
    }

    static Ruling withdrawing(long act, Set<String> records) {
        return new Ruling(records, List.of(), List.of(), Set.of(act));
    }

    boolean countsStill(Decision decision) {
        return decision.act() == null || !withdrawn.contains(decision.act());
    }

    boolean countsStill(GoldenMark mark) {
        return !withdrawn.contains(mark.act());
    }
}
