package org.hms.registry.fhir;

import java.util.Set;

/** How much of a resource is written, and how: {@code _summary}, {@code _elements}, {@code _pretty}. */
public record Rendering(Summary summary, Set<String> elements, boolean pretty) {

    /** FHIR's summaries. */
    public enum Summary {
        FALSE,
        TRUE,
        TEXT,
        DATA,
        COUNT
    }

    public static final Rendering FULL = new Rendering(Summary.FALSE, Set.of(), false);

    public Rendering {
        elements = Set.copyOf(elements);
    }

    Rendering with(Summary other) {
        return new Rendering(other, elements, pretty);
    }

    Rendering with(Set<String> others) {
        return new Rendering(summary, others, pretty);
    }

    Rendering prettily(boolean really) {
        return new Rendering(summary, elements, really);
    }
}
