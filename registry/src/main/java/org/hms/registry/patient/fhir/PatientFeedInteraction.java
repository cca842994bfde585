package org.hms.registry.patient.fhir;

import static org.hms.registry.patient.fhir.Terms.tokens;

import ca.uhn.fhir.context.FhirContext;
import org.hl7.fhir.r4.model.Patient;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirHandler;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirRequest;
import org.hms.registry.patient.IdentifierSystems;
import org.hms.registry.patient.IncomingRecord;
import org.hms.registry.patient.PatientFeed;
import org.hms.registry.patient.PatientStore;
import org.hms.registry.patient.RecordKey;
import org.hms.registry.patient.RecordQuality;
import org.hms.registry.patient.SourceSystem;

/**
 * <a href="https://profiles.ihe.net/ITI/PIXm/ITI-104.html">Patient Identity Feed FHIR, ITI-104</a>: a source adds or revises its
 * record under its own identifier.
 */
public final class PatientFeedInteraction implements FhirHandler {

    private final PatientFeed feed;
    private final PatientStore store;
    private final RecordQuality quality;
    private final FhirContext fhir = FhirContext.forR4Cached();

    public PatientFeedInteraction(PatientFeed feed, PatientStore store, RecordQuality quality) {
        this.feed = feed;
        this.store = store;
        this.quality = quality;
    }

    @Override
    public FhirAnswer handle(FhirRequest request) {
        var incoming = incoming(request);
        var outcome = feed.accept(incoming);
        var stored = request.requireBody(Patient.class);
        stored.setId("Patient/" + outcome.recordId());
        stored.getMeta().setVersionId(Integer.toString(outcome.version()));
        IdentityExtension.addTo(stored, outcome, quality.findings(incoming.demographics()));
        var location = "Patient/" + outcome.recordId() + "/_history/" + outcome.version();
        return outcome.created()
                ? FhirAnswer.created(stored, location)
                : FhirAnswer.ok(stored).withLocation(location);
    }

    private IncomingRecord incoming(FhirRequest request) {
        var patient = request.requireBody(Patient.class);
        var key = key(request);
        var source = source(key, request.caller());
        requireIdentifierInBody(patient, key);
        return new IncomingRecord(
                request.caller(),
                source.id(),
                key,
                !patient.hasActive() || patient.getActive(),
                PatientMapping.toDemographics(patient),
                fhir.newJsonParser().encodeResourceToString(patient));
    }

    private static RecordKey key(FhirRequest request) {
        var tokens = tokens(request, "identifier");
        if (tokens.size() != 1
                || tokens.getFirst().system() == null
                || tokens.getFirst().code().isBlank()) {
            throw FhirProblem.invalid("The feed names one record: ?identifier=system|value", "identifier");
        }
        return new RecordKey(
                IdentifierSystems.canonical(tokens.getFirst().system()),
                tokens.getFirst().code());
    }

    private SourceSystem source(RecordKey key, Caller caller) {
        var source = store.sources().stream()
                .filter(known -> known.identifierSystem().equals(key.system()))
                .findFirst()
                .orElseThrow(() -> FhirProblem.codeInvalid(
                                400, "The identifier's system belongs to no source system that is registered")
                        .at("identifier"));
        if (caller.role() != Role.ADMIN && !source.id().equals(caller.source())) {
            throw FhirProblem.forbidden("A source system feeds records under its own identifier system only");
        }
        return source;
    }

    private static void requireIdentifierInBody(Patient patient, RecordKey key) {
        boolean carried = patient.getIdentifier().stream()
                .anyMatch(identifier -> key.system().equals(PatientMapping.system(identifier))
                        && key.value().equals(identifier.getValue()));
        if (!carried) {
            throw FhirProblem.invalid("The Patient carries the identifier it is fed under", "Patient.identifier");
        }
    }
}
