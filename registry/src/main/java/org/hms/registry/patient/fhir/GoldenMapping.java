package org.hms.registry.patient.fhir;

import java.util.Date;
import org.hl7.fhir.r4.model.BooleanType;
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
import org.hms.registry.patient.Person;

/** From us to FHIR: a golden record as a Patient that refers to the source records it was computed from. */
final class GoldenMapping {

    private GoldenMapping() {}

    static Patient toPatient(Person person) {
        var patient = toPatient(person.golden());
        person.members()
                .forEach(record ->
                        patient.addLink().setType(LinkType.SEEALSO).setOther(new Reference("Patient/" + record.id())));
        return patient;
    }

    static Patient toPatient(GoldenRecord golden) {
        var said = golden.demographics();
        var patient = new Patient();
        patient.setId(golden.eid());
        patient.getMeta().setVersionId(Integer.toString(golden.version())).setLastUpdated(Date.from(golden.at()));
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
            var mother = NameMapping.toHumanName(said.birth().mother());
            patient.addExtension(PatientMapping.MOTHERS_MAIDEN_NAME, new StringType(mother.getNameAsSingleString()));
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
