package org.hms.registry.job.remote;

import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.StringType;
import org.hms.registry.patient.RecordKey;
import org.hms.seed.people.SyntheticName;
import org.hms.seed.people.SyntheticRecord;

/** A synthetic source record as the Patient its source would send: the family name as one text, as most systems have it. */
public final class SyntheticPatients {

    private static final String INE = "https://registry.hms.gov.py/fhir/StructureDefinition/ine-";
    private static final String MOTHERS_MAIDEN_NAME =
            "http://hl7.org/fhir/StructureDefinition/patient-mothersMaidenName";

    private SyntheticPatients() {}

    public static Patient toPatient(SyntheticRecord record, RecordKey key) {
        var patient = new Patient();
        patient.setActive(true);
        patient.addIdentifier().setSystem(key.system()).setValue(key.value());
        record.identifiers()
                .forEach(identifier ->
                        patient.addIdentifier().setSystem(identifier.system()).setValue(identifier.value()));
        patient.addName(toHumanName(record.name()));
        patient.setGender(AdministrativeGender.fromCode(record.sex()));
        if (record.birthDate() != null) {
            patient.getBirthDateElement().setValueAsString(record.birthDate());
        }
        if (record.birthOrder() != null) {
            patient.setMultipleBirth(new IntegerType(record.birthOrder()));
        }
        if (record.motherName() != null) {
            patient.addExtension(
                    MOTHERS_MAIDEN_NAME,
                    new StringType(toHumanName(record.motherName()).getNameAsSingleString()));
        }
        addResidence(patient, record);
        record.phones()
                .forEach(phone ->
                        patient.addTelecom().setSystem(ContactPointSystem.PHONE).setValue(phone));
        if (record.deceased()) {
            patient.setDeceased(new BooleanType(true));
        }
        return patient;
    }

    private static HumanName toHumanName(SyntheticName name) {
        var human = new HumanName();
        name.given().forEach(human::addGiven);
        var family = String.join(" ", name.family());
        if (name.married() != null) {
            family = family + " de " + name.married();
        }
        if (!family.isBlank()) {
            human.setFamily(family);
        }
        return human;
    }

    private static void addResidence(Patient patient, SyntheticRecord record) {
        if (record.department() == null && record.district() == null) {
            return;
        }
        var address = patient.addAddress();
        if (record.department() != null) {
            address.addExtension(INE + "department", new CodeType(record.department()));
        }
        if (record.district() != null) {
            address.addExtension(INE + "district", new CodeType(record.district()));
        }
        if (record.localityName() != null) {
            address.setCity(record.localityName());
        }
    }
}
