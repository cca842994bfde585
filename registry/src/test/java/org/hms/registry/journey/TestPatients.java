package org.hms.registry.journey;

import java.util.Arrays;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.StringType;

/** Invented patients, written as a row: given | family | birth date | sex | cédula | mother | phone. A dash is nothing. */
public final class TestPatients {

    public static final String HIS = "https://registry.hms.gov.py/id/source/mspbs-his";
    public static final String IPS = "https://registry.hms.gov.py/id/source/ips";
    public static final String PRIVATE = "https://registry.hms.gov.py/id/source/private-net";
    public static final String BORDER = "https://registry.hms.gov.py/id/source/border-hospital";
    public static final String CEDULA = "https://registry.hms.gov.py/id/cedula";

    private static final String MOTHER = "http://hl7.org/fhir/StructureDefinition/patient-mothersMaidenName";
    private static final String NOTHING = "-";

    private TestPatients() {}

    /** As a source sends it under its own number. */
    public static Patient patient(String system, String number, String row) {
        var patient = patient(row);
        patient.addIdentifier().setSystem(system).setValue(number);
        return patient;
    }

    static Patient patient(String row) {
        var cells = Arrays.copyOf(row.strip().split("\\s*\\|\\s*"), 7);
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cells[i] == null ? NOTHING : cells[i].strip();
        }
        var patient = new Patient();
        patient.setActive(true);
        var name = patient.addName().setFamily(cells[1]);
        Arrays.stream(cells[0].split(" ")).forEach(name::addGiven);
        if (!cells[2].equals(NOTHING)) {
            patient.getBirthDateElement().setValueAsString(cells[2]);
        }
        if (!cells[3].equals(NOTHING)) {
            patient.setGender(cells[3].equals("F") ? AdministrativeGender.FEMALE : AdministrativeGender.MALE);
        }
        if (!cells[4].equals(NOTHING)) {
            patient.addIdentifier().setSystem(CEDULA).setValue(cells[4]);
        }
        if (!cells[5].equals(NOTHING)) {
            patient.addExtension(new Extension(MOTHER, new StringType(cells[5])));
        }
        if (!cells[6].equals(NOTHING)) {
            patient.addTelecom().setSystem(ContactPointSystem.PHONE).setValue(cells[6]);
        }
        return patient;
    }

    static Patient bornAs(int order, Patient patient) {
        patient.setMultipleBirth(new IntegerType(order));
        return patient;
    }
}
