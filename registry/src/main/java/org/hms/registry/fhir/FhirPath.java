package org.hms.registry.fhir;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hms.registry.access.Role;

/** One method on one path of the FHIR face, as documentation shows it; the path begins with {@code /fhir}. */
public record FhirPath(
        String method, String path, String type, String name, List<SearchParameter> parameters, Set<Role> roles) {

    static FhirPath of(Route route) {
        return new FhirPath(
                route.method(),
                "/fhir" + route.template(),
                route.target().type(),
                route.name(),
                route.offer().parameters(),
                route.roles().isEmpty() ? Set.of() : new TreeSet<>(route.roles()));
    }
}
