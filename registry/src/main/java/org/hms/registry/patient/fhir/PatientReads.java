package org.hms.registry.patient.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.hl7.fhir.r4.model.Reference;
import org.hms.matching.person.Identifier;
import org.hms.registry.audit.AuditEntry;
import org.hms.registry.audit.AuditTrail;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirRequest;
import org.hms.registry.fhir.SearchTerm;
import org.hms.registry.fhir.Searchset;
import org.hms.registry.patient.IdentifierSystems;
import org.hms.registry.patient.PatientIndex;
import org.hms.registry.patient.PatientStore;
import org.hms.registry.patient.SourceRecord;

/** Reads persons by enterprise id and source records by record id, and finds persons by identifier. */
public final class PatientReads {

    private final PatientIndex index;
    private final PatientStore store;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final FhirContext fhir = FhirContext.forR4Cached();

    public PatientReads(PatientIndex index, PatientStore store, AuditTrail audit, InstantSource clock) {
        this.index = index;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    FhirAnswer read(FhirRequest request) {
        var id = request.requireId();
        var patient = find(request, id);
        audit(request, "read", List.of(id));
        return FhirAnswer.ok(patient);
    }

    /** A source's record as its source sent it. */
    FhirAnswer readRecord(FhirRequest request, SourceRecord record) {
        audit(request, "read", List.of(record.id()));
        return FhirAnswer.ok(asReceived(record));
    }

    private Patient find(FhirRequest request, String id) {
        var record = index.findRecord(id);
        if (record.isPresent()) {
            if (!index.maySee(request.caller(), record.get())) {
                throw FhirProblem.forbidden("The person is confidential; the enterprise id may be read");
            }
            return asReceived(record.get());
        }
        var person = index.findPerson(id).orElseThrow(() -> FhirProblem.notFound("No Patient has this id"));
        if (person.golden().eid().equals(id)) {
            return GoldenMapping.toPatient(index.shownTo(request.caller(), person));
        }
        return formerPerson(id, person.golden().eid());
    }

    /** An enterprise id that was merged still answers, and says who it is now. */
    private static Patient formerPerson(String eid, String heir) {
        var patient = new Patient();
        patient.setId(eid);
        patient.setActive(false);
        patient.addIdentifier().setSystem(IdentifierSystems.ENTERPRISE_ID).setValue(eid);
        patient.addLink().setType(LinkType.REPLACEDBY).setOther(new Reference("Patient/" + heir));
        return patient;
    }

    private Patient asReceived(SourceRecord record) {
        var content = store.findContent(record.id(), record.version()).orElseThrow();
        var patient = fhir.newJsonParser().parseResource(Patient.class, content);
        patient.setId(record.id());
        patient.getMeta()
                .setVersionId(Integer.toString(record.version()))
                .setLastUpdated(Date.from(record.receivedAt()));
        index.findPersonOf(record.id())
                .ifPresent(eid -> patient.addLink().setType(LinkType.REFER).setOther(new Reference("Patient/" + eid)));
        return patient;
    }

    /** Each parameter, and each repetition of one, narrows the answer; the values of one list are alternatives. */
    FhirAnswer search(FhirRequest request) {
        if (request.query().terms().isEmpty()) {
            throw FhirProblem.required("A search names an _id or an identifier", "identifier");
        }
        var eids = new TreeSet<String>();
        boolean first = true;
        for (var term : request.query().terms()) {
            var found = term.declaredName().equals("_id") ? personsById(term) : personsByIdentifier(term);
            if (first) {
                eids.addAll(found);
            } else {
                eids.retainAll(found);
            }
            first = false;
        }
        var page = eids.stream()
                .skip(request.query().offset())
                .limit(request.query().count())
                .toList();
        var searchset = Searchset.of(request, eids.size());
        for (var golden : index.goldenRecords(page)) {
            searchset.match(GoldenMapping.toPatient(golden));
        }
        audit(request, "search", new ArrayList<>(page));
        return searchset.answer();
    }

    private Set<String> personsById(SearchTerm term) {
        return term.values().stream()
                .flatMap(id -> index.findPerson(id).stream())
                .map(person -> person.golden().eid())
                .collect(Collectors.toSet());
    }

    private Set<String> personsByIdentifier(SearchTerm term) {
        var eids = new TreeSet<String>();
        for (var token : term.tokens()) {
            if (token.system() == null || token.code().isBlank()) {
                throw FhirProblem.invalid(
                        "A search by identifier names its system: identifier=system|value", "identifier");
            }
            var system = index.canonical(token.system());
            if (system.equals(IdentifierSystems.ENTERPRISE_ID)) {
                index.findPerson(token.code())
                        .ifPresent(person -> eids.add(person.golden().eid()));
            } else {
                eids.addAll(index.findPersonsWith(new Identifier(system, token.code())));
            }
        }
        return eids;
    }

    private void audit(FhirRequest request, String action, List<String> subjects) {
        audit.record(new AuditEntry(clock.instant(), request.caller(), action, "Patient", subjects, "success"));
    }
}
