package org.hms.registry.patient.fhir;

import java.util.Map;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.hl7.fhir.r4.model.Reference;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.SearchQuery;
import org.hms.registry.patient.PatientIndex;
import org.hms.registry.patient.RecordKey;
import org.hms.registry.patient.SourceRecord;
import org.hms.registry.patient.SourceSystems;
import org.jspecify.annotations.Nullable;

/** Reads from a Patient which record its source uses in its place: by identifier, by our id, or by a conditional reference. */
final class ReplacedBy {

    private static final String PLACE = "Patient.link";
    private static final String CONDITIONAL = "Patient?";
    private static final String LITERAL = "Patient/";

    private final SourceSystems sources;
    private final PatientIndex index;

    ReplacedBy(SourceSystems sources, PatientIndex index) {
        this.sources = sources;
        this.index = index;
    }

    static boolean saidOf(Patient patient) {
        return patient.getLink().stream().anyMatch(link -> link.getType() == LinkType.REPLACEDBY);
    }

    @Nullable
    RecordKey of(Patient patient, RecordKey key, Map<String, RecordKey> together) {
        var links = patient.getLink().stream()
                .filter(link -> link.getType() == LinkType.REPLACEDBY)
                .toList();
        if (links.isEmpty()) {
            return null;
        }
        if (links.size() > 1) {
            throw refused("One record takes another's place, not several");
        }
        if (!patient.hasActive() || patient.getActive()) {
            throw FhirProblem.unprocessable("A record that was replaced is not active")
                    .at("Patient.active");
        }
        var target = target(links.getFirst().getOther(), together);
        if (target.equals(key)) {
            throw refused("A record does not take its own place");
        }
        return target;
    }

    private RecordKey target(Reference other, Map<String, RecordKey> together) {
        if (other.hasReference()) {
            return byReference(other.getReference(), together);
        }
        var identifier = other.getIdentifier();
        if (!identifier.hasSystem() || !identifier.hasValue()) {
            throw refused("The record in its place is named by system and value, or by a reference");
        }
        return new RecordKey(sources.canonical(identifier.getSystem()), identifier.getValue());
    }

    private RecordKey byReference(String reference, Map<String, RecordKey> together) {
        var known = together.get(reference);
        if (known != null) {
            return known;
        }
        int conditional = reference.lastIndexOf(CONDITIONAL);
        if (conditional >= 0) {
            return byCriteria(reference.substring(conditional + CONDITIONAL.length()));
        }
        int literal = reference.lastIndexOf(LITERAL);
        var id = literal < 0 ? reference : reference.substring(literal + LITERAL.length());
        return index.findRecord(id)
                .map(SourceRecord::key)
                .orElseThrow(() -> refused("The record that is to take its place is not known"));
    }

    private RecordKey byCriteria(String criteria) {
        var tokens = SearchQuery.ofCriteria(criteria).terms("identifier").stream()
                .flatMap(term -> term.tokens().stream())
                .toList();
        if (tokens.size() != 1 || tokens.getFirst().code().isBlank()) {
            throw refused("A conditional reference names one record: Patient?identifier=system|value");
        }
        var system = tokens.getFirst().system();
        if (system == null || system.isBlank()) {
            throw refused("A conditional reference names the identifier's system");
        }
        return new RecordKey(sources.canonical(system), tokens.getFirst().code());
    }

    private static FhirProblem refused(String sentence) {
        return FhirProblem.unprocessable(sentence).at(PLACE);
    }
}
