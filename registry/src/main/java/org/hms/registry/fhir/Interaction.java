package org.hms.registry.fhir;

import java.util.List;
import java.util.Set;
import org.hms.registry.access.Role;

/** One interaction that an endpoint offers, who answers it and who may ask; no role means every authenticated caller. */
record Interaction(Kind kind, FhirHandler handler, List<SearchParameter> parameters, Set<Role> roles) {

    /** FHIR's RESTful interactions. */
    enum Kind {
        READ,
        VREAD,
        SEARCH,
        CREATE,
        CONDITIONAL_CREATE,
        UPDATE,
        CONDITIONAL_UPDATE,
        DELETE,
        CONDITIONAL_DELETE,
        HISTORY_INSTANCE,
        HISTORY_TYPE,
        TRANSACTION,
        BATCH
    }

    Interaction {
        parameters = List.copyOf(parameters);
        roles = Set.copyOf(roles);
    }
}
