package org.hms.registry.fhir;

import java.util.Set;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;

/**
 * A search parameter that an endpoint offers, with the modifiers it understands. A chained parameter is declared under
 * its full name, such as {@code practitioner.identifier}.
 */
public record SearchParameter(String name, SearchParamType type, Set<String> modifiers, String documentation) {
    public SearchParameter {
        modifiers = Set.copyOf(modifiers);
    }

    public static SearchParameter of(String name, SearchParamType type, String documentation) {
        return new SearchParameter(name, type, Set.of(), documentation);
    }

    boolean isChained() {
        return name.contains(".") || name.startsWith("_has");
    }
}
