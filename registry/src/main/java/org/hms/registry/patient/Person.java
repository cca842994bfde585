package org.hms.registry.patient;

import java.util.List;

/** One person: the golden record and the source records that make it. */
public record Person(GoldenRecord golden, List<SourceRecord> members) {
    public Person {
        members = List.copyOf(members);
    }
}
