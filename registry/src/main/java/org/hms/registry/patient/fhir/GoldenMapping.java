package org.hms.registry.patient.fhir;

import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hms.matching.person.Sex;
import org.hms.registry.patient.GoldenRecord;
import org.hms.registry.patient.IdentifierSystems;
import org.hms.registry.patient.PatientVersion;
import org.hms.registry.patient.Person;
import org.hms.registry.patient.SourceRecord;
import org.hms.registry.patient.SpelledName;

/** From us to FHIR: a golden record as a Patient that refers to the source records it was computed from. */
final class GoldenMapping {

    private static final String PROFILE = "https://profiles.ihe.net/ITI/PDQm/StructureDefinition/IHE.PDQm.Patient";

    private static final Coding MASKED =
            new Coding("http://terminology.hl7.org/CodeSystem/v3-ObservationValue", "MASKED", "masked");

    private GoldenMapping() {}

    static Patient toPatient(Person person) {
        return toPatient(
                person.golden(),
                person.members().stream().map(SourceRecord::id).toList(),
                person.members().stream().anyMatch(SourceRecord::active));
    }

    /** With the records it was computed from; it is active while any of them is. */
    static Patient toPatient(GoldenRecord golden, List<String> members, boolean active) {
        var patient = toPatient(golden).setActive(active);
        members.forEach(
                record -> patient.addLink().setType(LinkType.SEEALSO).setOther(new Reference("Patient/" + record)));
        return patient;
    }

    /** An enterprise id that was merged still answers, and says who it is now. */
    static Patient toPatient(PatientVersion.Ended ended) {
        var patient = new Patient();
        patient.setId(ended.id());
        patient.getMeta().setVersionId(Integer.toString(ended.version())).setLastUpdated(Date.from(ended.at()));
        patient.setActive(false);
        patient.addIdentifier().setSystem(IdentifierSystems.ENTERPRISE_ID).setValue(ended.id());
        patient.addLink().setType(LinkType.REPLACEDBY).setOther(new Reference("Patient/" + ended.heir()));
        return patient;
    }

    static Patient toPatient(GoldenRecord golden) {
        var said = golden.demographics();
        var patient = new Patient();
        patient.setId(golden.eid());
        patient.getMeta().setVersionId(Integer.toString(golden.version())).setLastUpdated(Date.from(golden.at()));
        patient.getMeta().addProfile(PROFILE);
        if (golden.masked()) {
            patient.getMeta().addSecurity(MASKED.copy());
        }
        patient.setActive(true);
        patient.addIdentifier().setSystem(IdentifierSystems.ENTERPRISE_ID).setValue(golden.eid());
        said.identifiers()
                .forEach(identifier ->
                        patient.addIdentifier().setSystem(identifier.system()).setValue(identifier.value()));
        said.names().forEach(name -> patient.addName(NameMapping.toHumanName(name)));
        patient.setGender(toGender(said.sex()));
        if (said.birth().date() != null) {
            patient.getBirthDateElement().setValueAsString(said.birth().date().toString());
        }
        if (said.birth().order() != null) {
            patient.setMultipleBirth(new IntegerType(said.birth().order()));
        }
        if (said.birth().mother() != null) {
            var mother = SpelledName.of(said.birth().mother());
            patient.addExtension(PatientMapping.MOTHERS_MAIDEN_NAME, new StringType(mother.whole()));
        }
        if (said.residence() != null) {
            patient.addAddress(AddressMapping.toAddress(said.residence()));
        }
        said.phones()
                .forEach(phone ->
                        patient.addTelecom().setSystem(ContactPointSystem.PHONE).setValue(phone));
        if (said.deceased()) {
            patient.setDeceased(new BooleanType(true));
        }
        return patient;
    }

    private static AdministrativeGender toGender(Sex sex) {
        return switch (sex) {
            case FEMALE -> AdministrativeGender.FEMALE;
            case MALE -> AdministrativeGender.MALE;
            case OTHER -> AdministrativeGender.OTHER;
            case UNKNOWN -> AdministrativeGender.UNKNOWN;
        };
    }
}
