package org.hms.registry.fhir;

import java.util.Set;
import org.hms.registry.access.Role;
import org.jspecify.annotations.Nullable;

/** One way through the FHIR face: a method on a path, who answers it, and what its query may hold. */
record Route(
        String method,
        String template,
        String name,
        FhirHandler handler,
        Set<Role> roles,
        SearchOffer offer,
        Query queryUse,
        Target target) {

    /** What the query of this route is for. */
    enum Query {
        RENDERING,
        SEARCH,
        CRITERIA,
        OPERATION
    }

    /** What the path names. */
    record Target(
            String type, @Nullable String id, @Nullable String version) {}

    boolean takesResource() {
        return (method.equals("POST") && queryUse != Query.SEARCH) || method.equals("PUT");
    }

    boolean needsResource() {
        return takesResource() && queryUse != Query.OPERATION;
    }

    boolean isForm() {
        return method.equals("POST") && queryUse == Query.SEARCH;
    }
}
