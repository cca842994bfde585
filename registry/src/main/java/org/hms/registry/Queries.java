package org.hms.registry;

import java.time.InstantSource;
import java.util.List;
import org.hms.registry.audit.fhir.AuditEventEndpoint;
import org.hms.registry.fhir.FhirEndpoint;
import org.hms.registry.patient.IdentifierSystems;
import org.hms.registry.patient.PersonMarks;
import org.hms.registry.patient.fhir.EverythingOperation;
import org.hms.registry.patient.fhir.MdmOperations;
import org.hms.registry.patient.fhir.MdmSubmit;
import org.hms.registry.patient.fhir.PatientQueries;
import org.hms.registry.patient.fhir.PatientReads;
import org.hms.registry.patient.fhir.PatientSearch;
import org.hms.registry.patient.fhir.PatientVersions;
import org.hms.registry.patient.fhir.PersonPatients;
import org.hms.registry.patient.fhir.ProvenanceEndpoint;
import org.hms.registry.patient.fhir.RelatedPersonEndpoint;
import org.hms.registry.patient.store.JdbiIdentityLinks;
import org.hms.registry.patient.store.JdbiPatientHistory;
import org.hms.registry.patient.store.JdbiPersonSearch;
import org.hms.registry.patient.web.PersonHistoryResource;
import org.hms.registry.patient.web.PersonResource;

/** The ways to ask about patients put together: search, reads, former versions, links. */
final class Queries {

    private final Foundation foundation;
    private final InstantSource clock;
    private final PersonMarks marks;
    private final JdbiPatientHistory history;
    private final PatientReads reads;
    private final PatientQueries queries;

    Queries(Foundation foundation, PersonMarks marks, InstantSource clock) {
        this.marks = marks;
        this.foundation = foundation;
        this.clock = clock;
        var jdbi = foundation.database().jdbi();
        var audit = foundation.audit();
        this.history = new JdbiPatientHistory(jdbi);
        var persons = new PersonPatients(foundation.index(), foundation.patients(), history, marks);
        var search = new PatientSearch(new JdbiPersonSearch(jdbi), persons, audit, clock);
        this.reads = new PatientReads(persons, search, foundation.patients(), audit, clock);
        this.queries = new PatientQueries(
                new PatientVersions(foundation.index(), history, audit, clock),
                new EverythingOperation(persons, reads, audit, clock),
                new MdmSubmit(foundation.index(), foundation.reresolution()));
    }

    PatientReads reads() {
        return reads;
    }

    PatientQueries queries() {
        return queries;
    }

    List<FhirEndpoint> endpoints() {
        return List.of(
                AuditEventEndpoint.of(foundation.audit(), foundation.audit(), clock, IdentifierSystems.ENTERPRISE_ID),
                RelatedPersonEndpoint.of(foundation.index(), foundation.audit(), clock),
                ProvenanceEndpoint.of(history, foundation.audit(), clock),
                new MdmOperations(new JdbiIdentityLinks(foundation.database().jdbi()), foundation.audit(), clock)
                        .endpoint());
    }

    List<Object> resources() {
        return List.of(
                new PersonResource(foundation.index(), history, marks, foundation.audit(), clock),
                new PersonHistoryResource(foundation.index(), history, foundation.audit(), clock));
    }
}
