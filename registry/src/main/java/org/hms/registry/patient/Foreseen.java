package org.hms.registry.patient;

import java.util.List;

/** What an act would change, computed and not written: who would hold which records, and which golden values would be others. */
public record Foreseen(
        List<PersonAfter> persons, List<String> ended, List<GoldenChange> golden, int moves, boolean needsApproval) {
    public Foreseen {
        persons = List.copyOf(persons);
        ended = List.copyOf(ended);
        golden = List.copyOf(golden);
    }

    /** A person with its records before and after; whoever is new has no enterprise id yet but "new-1". */
    public record PersonAfter(String eid, boolean opened, List<String> before, List<String> after) {
        public PersonAfter {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /** A golden value; empty text is no value. */
    public record GoldenChange(String eid, String field, String before, String after) {}
}
