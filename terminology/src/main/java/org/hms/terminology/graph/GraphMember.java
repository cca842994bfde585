package org.hms.terminology.graph;

import java.util.List;

/** A row of a reference set: the concept it speaks of, and the values of its further fields in the set's order. */
public record GraphMember(String refset, String component, List<String> fields, List<GraphValue> values) {
    public GraphMember {
        if (fields.size() != values.size()) {
            throw new IllegalArgumentException("Each field of a member has a value");
        }
        fields = List.copyOf(fields);
        values = List.copyOf(values);
    }
}
