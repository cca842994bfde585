package org.hms.registry.fhir;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an interaction understands in its query; an operation takes anything and judges for itself. */
record SearchOffer(
        List<SearchParameter> parameters,
        Set<String> includes,
        Set<String> revIncludes,
        Set<String> sorts,
        boolean anything) {

    static final SearchOffer NOTHING = new SearchOffer(List.of(), Set.of(), Set.of(), Set.of(), false);
    static final SearchOffer ANYTHING = new SearchOffer(List.of(), Set.of(), Set.of(), Set.of(), true);

    Optional<SearchParameter> find(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
    }
}
