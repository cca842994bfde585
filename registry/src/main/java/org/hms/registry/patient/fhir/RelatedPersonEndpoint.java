package org.hms.registry.patient.fhir;

import java.time.InstantSource;
import java.util.List;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hms.registry.access.Role;
import org.hms.registry.audit.AuditEntry;
import org.hms.registry.audit.AuditTrail;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirEndpoint;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirRequest;
import org.hms.registry.fhir.SearchParameter;
import org.hms.registry.fhir.Searchset;
import org.hms.registry.patient.PatientIndex;

/** Mothers of persons, as far as golden records name them: read, and found by the person. */
public final class RelatedPersonEndpoint {

    private static final Role[] ASK = {Role.ADMIN, Role.STEWARD, Role.SYSTEM};

    private final PatientIndex index;
    private final AuditTrail audit;
    private final InstantSource clock;

    private RelatedPersonEndpoint(PatientIndex index, AuditTrail audit, InstantSource clock) {
        this.index = index;
        this.audit = audit;
        this.clock = clock;
    }

    public static FhirEndpoint of(PatientIndex index, AuditTrail audit, InstantSource clock) {
        var mothers = new RelatedPersonEndpoint(index, audit, clock);
        return FhirEndpoint.of("RelatedPerson")
                .read(mothers::read, ASK)
                .search(
                        mothers::search,
                        List.of(
                                SearchParameter.of("_id", SearchParamType.TOKEN, "The id of a RelatedPerson"),
                                SearchParameter.of("patient", SearchParamType.REFERENCE, "The person who is related")),
                        ASK)
                .build();
    }

    private FhirAnswer read(FhirRequest request) {
        var mother = RelatedPersonMapping.child(request.requireId())
                .flatMap(index::findPerson)
                .flatMap(child -> RelatedPersonMapping.motherOf(child.golden()))
                .filter(found -> found.getIdElement().getIdPart().equals(request.requireId()))
                .orElseThrow(() -> FhirProblem.notFound("No RelatedPerson has this id"));
        record(request, "read", List.of(child(mother)));
        return FhirAnswer.ok(mother);
    }

    /** The terms must all hold, so only who is named by each of them is found. */
    private FhirAnswer search(FhirRequest request) {
        if (request.query().terms().isEmpty()) {
            throw FhirProblem.required("A search names the patient", "patient");
        }
        var mothers = new TreeMap<String, RelatedPerson>();
        boolean first = true;
        for (var term : request.query().terms()) {
            var found = new TreeMap<String, RelatedPerson>();
            for (var value : term.values()) {
                var eid = term.name().equals("_id")
                        ? RelatedPersonMapping.child(value).orElse("")
                        : patient(value, request);
                index.findPersonOf(eid)
                        .or(() -> index.findPerson(eid)
                                .map(person -> person.golden().eid()))
                        .flatMap(index::findPerson)
                        .map(child -> index.shownTo(request.caller(), child))
                        .flatMap(child -> RelatedPersonMapping.motherOf(child.golden()))
                        .ifPresent(mother -> found.put(mother.getIdElement().getIdPart(), mother));
            }
            if (first) {
                mothers.putAll(found);
            } else {
                mothers.keySet().retainAll(found.keySet());
            }
            first = false;
        }
        return page(request, List.copyOf(mothers.values()));
    }

    private FhirAnswer page(FhirRequest request, List<RelatedPerson> mothers) {
        var page = mothers.stream()
                .skip(request.query().offset())
                .limit(request.query().count())
                .toList();
        record(
                request,
                "search",
                page.stream().map(RelatedPersonEndpoint::child).toList());
        var searchset = Searchset.of(request, mothers.size());
        page.forEach(searchset::match);
        return searchset.answer();
    }

    private static String patient(String reference, FhirRequest request) {
        var relative = reference.startsWith(request.base() + "/")
                ? reference.substring(request.base().length() + 1)
                : reference;
        return relative.startsWith("Patient/") ? relative.substring("Patient/".length()) : relative;
    }

    private static String child(RelatedPerson mother) {
        return mother.getPatient().getReferenceElement().getIdPart();
    }

    private void record(FhirRequest request, String action, List<String> children) {
        audit.record(new AuditEntry(clock.instant(), request.caller(), action, "RelatedPerson", children, "success"));
    }
}
