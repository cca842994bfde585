package org.hms.registry.patient.fhir;

import java.util.Set;
import org.hms.registry.access.Role;
import org.hms.registry.fhir.FhirEndpoint;
import org.hms.registry.fhir.Operation;
import org.hms.registry.idempotency.fhir.IdempotentRequests;

/** What is offered at the root of the FHIR face: bundles of patient feeds, and the feed as a message. */
public final class PatientSystemEndpoint {

    private static final Role[] FEED = {Role.ADMIN, Role.SYSTEM};
    private static final String PROCESS_MESSAGE =
            "http://hl7.org/fhir/OperationDefinition/MessageHeader-process-message";

    private PatientSystemEndpoint() {}

    public static FhirEndpoint of(PatientFeeds feeds, IdempotentRequests once) {
        return FhirEndpoint.ofSystem()
                .transaction(once.around(feeds.transaction()), FEED)
                .batch(once.around(feeds.batch()), FEED)
                .operation(
                        "process-message",
                        Operation.Level.SYSTEM,
                        Set.of("POST"),
                        once.around(feeds.message()),
                        PROCESS_MESSAGE,
                        FEED)
                .build();
    }
}
