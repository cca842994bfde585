package org.hms.registry.patient;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One identifier system that a source owns: how we write it, how else the source writes it, and the type codes by which it
 * means this system where it gives none at all, as the national guide's patients do.
 */
public record OwnedSystem(String system, List<String> spellings, List<String> typeCodes) {

    public OwnedSystem(String system, @Nullable List<String> spellings, @Nullable List<String> typeCodes) {
        this.system = system;
        this.spellings = spellings == null ? List.of() : List.copyOf(spellings);
        this.typeCodes = typeCodes == null ? List.of() : List.copyOf(typeCodes);
    }

    static OwnedSystem of(String system) {
        return new OwnedSystem(system, List.of(), List.of());
    }
}
