package org.hms.registry.patient.fhir;

import java.time.InstantSource;
import java.util.List;
import org.hl7.fhir.r4.model.Patient;
import org.hms.registry.audit.AuditEntry;
import org.hms.registry.audit.AuditTrail;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirRequest;
import org.hms.registry.patient.PatientIndex;
import org.hms.registry.patient.PatientStore;
import org.hms.registry.patient.SourceRecord;

/** Reads persons by enterprise id and source records by record id, and hands searches on. */
public final class PatientReads {

    private final PersonPatients persons;
    private final PatientSearch search;
    private final PatientIndex index;
    private final PatientStore store;
    private final AuditTrail audit;
    private final InstantSource clock;

    public PatientReads(
            PersonPatients persons, PatientSearch search, PatientStore store, AuditTrail audit, InstantSource clock) {
        this.persons = persons;
        this.search = search;
        this.index = persons.index();
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    FhirAnswer read(FhirRequest request) {
        var id = request.requireId();
        var record = index.findRecord(id);
        if (record.isPresent()) {
            if (!index.maySee(request.caller(), record.get())) {
                throw FhirProblem.forbidden(PersonPatients.CONFIDENTIAL);
            }
            return readRecord(request, record.get());
        }
        var patient =
                persons.find(id, request.caller()).orElseThrow(() -> FhirProblem.notFound("No Patient has this id"));
        auditRead(request, id);
        return FhirAnswer.ok(patient);
    }

    /** A source's record as its source sent it. */
    FhirAnswer readRecord(FhirRequest request, SourceRecord record) {
        auditRead(request, record.id());
        return FhirAnswer.ok(asReceived(record));
    }

    FhirAnswer search(FhirRequest request) {
        return search.handle(request);
    }

    Patient asReceived(SourceRecord record) {
        var content = store.findContent(record.id(), record.version()).orElseThrow();
        return ReceivedPatient.of(
                content,
                record.id(),
                record.version(),
                record.receivedAt(),
                index.findPersonOf(record.id()).orElse(null));
    }

    private void auditRead(FhirRequest request, String id) {
        audit.record(new AuditEntry(clock.instant(), request.caller(), "read", "Patient", List.of(id), "success"));
    }
}
