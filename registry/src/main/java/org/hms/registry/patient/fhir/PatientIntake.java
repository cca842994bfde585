package org.hms.registry.patient.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.patient.IncomingRecord;
import org.hms.registry.patient.PatientIndex;
import org.hms.registry.patient.Precondition;
import org.hms.registry.patient.RecordKey;
import org.hms.registry.patient.SourceSystem;
import org.hms.registry.patient.SourceSystems;
import org.jspecify.annotations.Nullable;

/** Makes of a Patient, by whatever way it came in, the record that the feed takes: whose it is, whether they may, what it says. */
public final class PatientIntake {

    private final SourceSystems sources;
    private final ReplacedBy replacedBy;
    private final FhirContext fhir = FhirContext.forR4Cached();

    public PatientIntake(SourceSystems sources, PatientIndex index) {
        this.sources = sources;
        this.replacedBy = new ReplacedBy(sources, index);
    }

    /** The record of this key as the Patient describes it. */
    public IncomingRecord incoming(Caller caller, RecordKey key, Patient patient, Precondition precondition) {
        return incoming(caller, key, patient, precondition, Map.of());
    }

    /** @param together records that come in by the same bundle, by the references to them */
    IncomingRecord incoming(
            Caller caller, RecordKey key, Patient patient, Precondition precondition, Map<String, RecordKey> together) {
        var source = requireFeeding(key, caller);
        var said = withSystems(patient, source);
        requireIdentifier(said, key);
        return new IncomingRecord(
                caller,
                source.id(),
                key,
                !patient.hasActive() || patient.getActive(),
                sources.canonical(PatientMapping.toDemographics(said)),
                content(patient),
                replacedBy.of(patient, key, together),
                precondition,
                false);
    }

    RecordKey key(String system, String value) {
        return new RecordKey(sources.canonical(system), value);
    }

    /** Whether a source has its records under this key's system. */
    boolean isRecordKey(RecordKey key) {
        return sources.findOwner(key.system()).isPresent();
    }

    /** The source whose record this is, if the caller speaks for it and it is not suspended. */
    SourceSystem requireFeeding(RecordKey key, Caller caller) {
        var source = sources.findOwner(key.system())
                .orElseThrow(() -> FhirProblem.codeInvalid(
                                400, "The identifier's system belongs to no source system that is registered")
                        .at("identifier"));
        if (caller.role() != Role.ADMIN && !source.id().equals(caller.source())) {
            throw FhirProblem.forbidden("A source system feeds records under its own identifier system only");
        }
        if (source.suspended()) {
            throw FhirProblem.forbidden("The source system is suspended");
        }
        return source;
    }

    /** The key of a Patient that names none: its identifier in a system of the caller's source, else of any source. */
    public RecordKey requireOwnKey(Patient patient, @Nullable String sourceId) {
        for (var source : sources.list()) {
            if (sourceId == null || source.id().equals(sourceId)) {
                var said = withSystems(patient, source);
                for (var owned : source.systems()) {
                    var value = value(said, owned.system());
                    if (value != null) {
                        return new RecordKey(owned.system(), value);
                    }
                }
            }
        }
        throw FhirProblem.codeInvalid(
                        400, "The Patient carries no identifier of a system that belongs to the source which feeds it")
                .at("Patient.identifier");
    }

    /** Identifiers without a system get the one that the source means by their type code. */
    private Patient withSystems(Patient patient, SourceSystem source) {
        if (patient.getIdentifier().stream().allMatch(Identifier::hasSystem)) {
            return patient;
        }
        var said = patient.copy();
        said.getIdentifier().stream()
                .filter(identifier -> !identifier.hasSystem())
                .forEach(identifier -> typeCodes(identifier).stream()
                        .flatMap(code -> sources.findByTypeCode(source, code).stream())
                        .findFirst()
                        .ifPresent(identifier::setSystem));
        return said;
    }

    private static List<String> typeCodes(Identifier identifier) {
        return identifier.getType().getCoding().stream()
                .map(coding -> Objects.requireNonNullElse(coding.getCode(), ""))
                .toList();
    }

    private void requireIdentifier(Patient patient, RecordKey key) {
        boolean carried = patient.getIdentifier().stream()
                .anyMatch(identifier -> identifier.hasSystem()
                        && sources.canonical(identifier.getSystem()).equals(key.system())
                        && key.value().equals(identifier.getValue()));
        if (!carried) {
            throw FhirProblem.invalid("The Patient carries the identifier it is fed under", "Patient.identifier");
        }
    }

    private @Nullable String value(Patient patient, String system) {
        return patient.getIdentifier().stream()
                .filter(identifier -> identifier.hasSystem()
                        && sources.canonical(identifier.getSystem()).equals(system))
                .map(Identifier::getValue)
                .filter(value -> value != null && !value.isBlank())
                .findFirst()
                .orElse(null);
    }

    /** Id, version and time are ours to give; the rest stays word for word. */
    private String content(Patient patient) {
        var content = patient.copy();
        content.setId((String) null);
        if (content.hasMeta()) {
            content.getMeta().setVersionId(null).setLastUpdated(null);
        }
        content.getExtension().removeIf(extension -> IdentityExtension.URL.equals(extension.getUrl()));
        return fhir.newJsonParser().encodeResourceToString(content);
    }
}
