package org.hms.registry.patient.fhir;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Provenance;
import org.hms.registry.access.Role;
import org.hms.registry.audit.AuditEntry;
import org.hms.registry.audit.AuditTrail;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirEndpoint;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirRequest;
import org.hms.registry.patient.PatientHistory;
import org.hms.registry.patient.PatientVersion;

/** Where golden values came from, one by one; {@code $everything} gives those of the current version together. */
public final class ProvenanceEndpoint {

    private static final Role[] ASK = {Role.ADMIN, Role.STEWARD, Role.SYSTEM};

    private final PatientHistory history;
    private final AuditTrail audit;
    private final InstantSource clock;

    private ProvenanceEndpoint(PatientHistory history, AuditTrail audit, InstantSource clock) {
        this.history = history;
        this.audit = audit;
        this.clock = clock;
    }

    public static FhirEndpoint of(PatientHistory history, AuditTrail audit, InstantSource clock) {
        return FhirEndpoint.of("Provenance")
                .read(new ProvenanceEndpoint(history, audit, clock)::read, ASK)
                .build();
    }

    private FhirAnswer read(FhirRequest request) {
        var named = ProvenanceMapping.Named.parse(request.requireId()).orElseThrow(ProvenanceEndpoint::unknown);
        var provenance = find(named, request.requireId());
        audit.record(new AuditEntry(
                clock.instant(), request.caller(), "read", "Provenance", List.of(named.eid()), "success"));
        return FhirAnswer.ok(provenance);
    }

    private Provenance find(ProvenanceMapping.Named named, String id) {
        return history.ofPerson(named.eid()).stream()
                .filter(version -> version.version() == named.version())
                .flatMap(version -> version instanceof PatientVersion.OfPerson person
                        ? ProvenanceMapping.of(person.golden()).stream()
                        : Stream.empty())
                .filter(provenance -> provenance.getIdElement().getIdPart().equals(id))
                .findFirst()
                .orElseThrow(ProvenanceEndpoint::unknown);
    }

    private static FhirProblem unknown() {
        return FhirProblem.notFound("No Provenance has this id");
    }
}
