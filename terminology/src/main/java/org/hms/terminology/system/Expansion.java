package org.hms.terminology.system;

import java.util.List;
import org.hms.terminology.concept.Designation;

/** A page of the codes that an {@link ExpandQuery} asks for, and how many there are in all. */
public record Expansion(String system, String version, int total, int offset, List<Entry> entries) {

    /** One code of an expansion. An abstract code groups others and is not chosen itself. */
    public record Entry(String code, String display, boolean isAbstract, List<Designation> designations) {
        public Entry {
            designations = List.copyOf(designations);
        }
    }

    public Expansion {
        entries = List.copyOf(entries);
    }
}
