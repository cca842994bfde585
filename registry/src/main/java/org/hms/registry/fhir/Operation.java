package org.hms.registry.fhir;

import java.util.Set;
import org.hms.registry.access.Role;

/** One operation such as {@code $match}: where it may be called, how, and by whom. */
public record Operation(
        String name, Set<Level> levels, Set<String> methods, FhirHandler handler, String definition, Set<Role> roles) {

    /** Where an operation is called. */
    public enum Level {
        SYSTEM,
        TYPE,
        INSTANCE
    }

    public Operation {
        levels = Set.copyOf(levels);
        methods = Set.copyOf(methods);
        roles = Set.copyOf(roles);
        if (name.startsWith("$")) {
            throw new IllegalArgumentException("An operation is named without the dollar: " + name);
        }
    }
}
