package org.hms.registry.patient.fhir;

import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.Resource;
import org.hms.registry.audit.AuditEntry;
import org.hms.registry.audit.AuditTrail;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirHandler;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirRequest;
import org.hms.registry.patient.Person;

/**
 * <a href="https://hl7.org/fhir/R4/patient-operation-everything.html">Patient/$everything</a> of the index: the person, the records
 * behind, the mother where she is known, and where each golden value comes from.
 */
public final class EverythingOperation implements FhirHandler {

    private static final Set<String> KNOWN = Set.of("_type", "_since", "_count");

    private final PersonPatients persons;
    private final PatientReads reads;
    private final AuditTrail audit;
    private final InstantSource clock;

    public EverythingOperation(PersonPatients persons, PatientReads reads, AuditTrail audit, InstantSource clock) {
        this.persons = persons;
        this.reads = reads;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public FhirAnswer handle(FhirRequest request) {
        refuseOthers(request);
        var person = persons.index().shownTo(request.caller(), person(request.requireId()));
        var about = new ArrayList<String>(List.of(person.golden().eid()));
        person.members().forEach(record -> about.add(record.id()));
        audit.record(new AuditEntry(clock.instant(), request.caller(), "everything", "Patient", about, "success"));
        return FhirAnswer.ok(bundle(request, wanted(request, everything(person))));
    }

    /** The id of a record means the person it belongs to, an id that was merged its heir. */
    private Person person(String id) {
        var index = persons.index();
        return index.findPersonOf(id)
                .or(() -> Optional.of(id))
                .flatMap(index::findPerson)
                .orElseThrow(() -> FhirProblem.notFound("No Patient has this id"));
    }

    private List<Resource> everything(Person person) {
        var everything = new ArrayList<Resource>();
        everything.add(persons.of(person));
        person.members().forEach(record -> everything.add(reads.asReceived(record)));
        RelatedPersonMapping.motherOf(person.golden()).ifPresent(everything::add);
        everything.addAll(ProvenanceMapping.of(person.golden()));
        return everything;
    }

    private static List<Resource> wanted(FhirRequest request, List<Resource> everything) {
        var types = new HashSet<>(Terms.values(request, "_type"));
        var since = request.query().first("_since").map(EverythingOperation::instant);
        return everything.stream()
                .filter(resource -> types.isEmpty() || types.contains(resource.fhirType()))
                .filter(resource -> since.isEmpty()
                        || !resource.getMeta()
                                .getLastUpdated()
                                .toInstant()
                                .isBefore(since.get().toInstant()))
                .toList();
    }

    private static OffsetDateTime instant(String text) {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            throw FhirProblem.invalid(
                    "The parameter _since is an instant with its zone, such as 2026-01-31T10:00:00-03:00", "_since");
        }
    }

    private static Bundle bundle(FhirRequest request, List<Resource> resources) {
        var bundle = new Bundle().setType(BundleType.SEARCHSET).setTotal(resources.size());
        bundle.addLink()
                .setRelation("self")
                .setUrl(request.base() + "/Patient/" + request.requireId() + "/$everything");
        for (var resource : resources) {
            bundle.addEntry()
                    .setFullUrl(request.base() + "/" + resource.fhirType() + "/"
                            + resource.getIdElement().getIdPart())
                    .setResource(resource)
                    .getSearch()
                    .setMode(SearchEntryMode.MATCH);
        }
        return bundle;
    }

    private static void refuseOthers(FhirRequest request) {
        for (var term : request.query().terms()) {
            if (!KNOWN.contains(term.name()) && request.preferences().strict()) {
                throw FhirProblem.invalid("$everything takes _type and _since");
            }
        }
    }
}
