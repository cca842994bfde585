package org.hms.matching.batch;

import java.util.List;
import org.hms.matching.normalise.ComparablePerson;

/** The people of a file in the order of their record ids; a record is known by its place. Rows without an id are counted. */
public record PersonTable(List<String> ids, List<ComparablePerson> people, long rowsWithoutId) {
    public PersonTable {
        if (ids.size() != people.size()) {
            throw new IllegalArgumentException("Each record has one id");
        }
        ids = List.copyOf(ids);
        people = List.copyOf(people);
    }

    public int size() {
        return ids.size();
    }
}
