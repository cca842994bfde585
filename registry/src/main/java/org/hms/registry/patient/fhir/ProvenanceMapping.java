package org.hms.registry.patient.fhir;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Provenance.ProvenanceEntityRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hms.registry.patient.GoldenRecord;
import org.hms.registry.patient.GoldenRecord.GoldenValue;

/** Where each golden value comes from: the version of the source's record it was taken from, and the rule that chose it. */
final class ProvenanceMapping {

    private static final String RULE = "https://registry.hms.gov.py/fhir/StructureDefinition/survivorship-rule";
    private static final String PATH = "http://hl7.org/fhir/StructureDefinition/targetPath";
    private static final String AGENT_TYPES = "http://terminology.hl7.org/CodeSystem/provenance-participant-type";

    private static final Map<String, String> PATHS = Map.of(
            "name", "Patient.name",
            "sex", "Patient.gender",
            "birthDate", "Patient.birthDate",
            "birthOrder", "Patient.multipleBirth",
            "mother", "Patient.extension('" + PatientMapping.MOTHERS_MAIDEN_NAME + "')",
            "residence", "Patient.address",
            "deceased", "Patient.deceased");

    private ProvenanceMapping() {}

    static List<Provenance> of(GoldenRecord golden) {
        return golden.provenance().stream()
                .map(value -> toProvenance(golden, value))
                .toList();
    }

    /** An id names the person, the version of the golden record and the field. */
    record Named(String eid, int version, String field) {
        static Optional<Named> parse(String id) {
            var parts = id.split("\\.", -1);
            return parts.length == 3 && parts[1].matches("[1-9]\\d{0,8}")
                    ? Optional.of(new Named(parts[0], Integer.parseInt(parts[1]), parts[2]))
                    : Optional.empty();
        }
    }

    private static Provenance toProvenance(GoldenRecord golden, GoldenValue value) {
        var provenance = new Provenance();
        provenance.setId(golden.eid() + "." + golden.version() + "." + value.field());
        provenance.getMeta().setLastUpdated(Date.from(golden.at()));
        var target = new Reference("Patient/" + golden.eid() + "/_history/" + golden.version());
        target.addExtension(PATH, new StringType(PATHS.getOrDefault(value.field(), "Patient")));
        provenance.addTarget(target);
        provenance.setRecorded(Date.from(golden.at()));
        provenance.addExtension(new Extension(RULE, new CodeType(value.rule())));
        provenance
                .addAgent()
                .setType(new CodeableConcept(new Coding(AGENT_TYPES, "assembler", "Assembler")))
                .setWho(new Reference().setDisplay("HMS Registry"));
        provenance
                .addEntity()
                .setRole(ProvenanceEntityRole.SOURCE)
                .setWhat(new Reference("Patient/" + value.sourceRecord() + "/_history/" + value.recordVersion()));
        return provenance;
    }
}
