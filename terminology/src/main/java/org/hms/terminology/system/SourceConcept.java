package org.hms.terminology.system;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hms.terminology.concept.Designation;
import org.jspecify.annotations.Nullable;

/** A code as an importer hands it over, with its parent's code where it has one; the first designation is its display. */
public record SourceConcept(
        String code, @Nullable String parent, List<Designation> designations, Map<String, String> properties) {
    public SourceConcept {
        if (code.isBlank() || designations.isEmpty()) {
            throw new IllegalArgumentException("A code has a text");
        }
        designations = List.copyOf(designations);
        properties = Map.copyOf(properties);
    }

    /** The same with this property, or without it where the value is null. */
    public SourceConcept withProperty(String name, @Nullable String value) {
        var changed = new HashMap<>(properties);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new SourceConcept(code, parent, designations, changed);
    }
}
