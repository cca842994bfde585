package org.hms.registry.imports.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.StringType;
import org.hms.matching.batch.Column;
import org.hms.matching.batch.ColumnKind;
import org.hms.matching.batch.ColumnMapping;
import org.hms.registry.fhir.FhirProblem;

/** Makes a Patient of a row by what its columns are. A cell that cannot be read refuses its row, and only its column is named. */
final class MappedPatient {

    private static final String STANDARD = "http://hl7.org/fhir/StructureDefinition/";
    private static final Set<ColumnKind> NOT_TAKEN =
            Set.of(ColumnKind.FATHER_NAME, ColumnKind.CATEGORY, ColumnKind.TEXT);

    private final ColumnMapping mapping;
    private final String recordSystem;

    /** @param recordSystem the source's own system, of which the mapping's id column holds the values */
    MappedPatient(ColumnMapping mapping, String recordSystem) {
        this.mapping = mapping;
        this.recordSystem = recordSystem;
    }

    /** The columns whose kind has no place in a Patient. */
    static List<String> columnsNotTaken(ColumnMapping mapping) {
        return mapping.columns().stream()
                .filter(column -> NOT_TAKEN.contains(column.kind()))
                .map(Column::header)
                .toList();
    }

    Set<String> headers() {
        var headers = mapping.columns().stream().map(Column::header).collect(Collectors.toCollection(TreeSet::new));
        headers.add(mapping.id());
        return headers;
    }

    Patient toPatient(Map<String, String> row) {
        var id = row.getOrDefault(mapping.id(), "");
        if (id.isBlank()) {
            throw FhirProblem.required("The row has no id", mapping.id());
        }
        var patient = new Patient().setActive(true);
        patient.addIdentifier().setSystem(recordSystem).setValue(id.strip());
        name(row, patient);
        CellDates.birthDate(mapping, row)
                .ifPresent(date -> patient.getBirthDateElement().setValueAsString(date));
        for (var column : mapping.columns()) {
            var cell = cell(mapping, row, column);
            if (!cell.isEmpty()) {
                take(column, cell, patient);
            }
        }
        return patient;
    }

    /** What the row says in this column; empty where it says nothing or a word that means nothing. */
    static String cell(ColumnMapping mapping, Map<String, String> row, Column column) {
        var cell = row.getOrDefault(column.header(), "").strip();
        return mapping.missing().contains(cell) ? "" : cell;
    }

    private static void take(Column column, String cell, Patient patient) {
        switch (column.kind()) {
            case SEX -> patient.setGender(sex(column, cell));
            case IDENTIFIER ->
                patient.addIdentifier().setSystem(column.system()).setValue(cell);
            case PHONE ->
                patient.addTelecom().setSystem(ContactPointSystem.PHONE).setValue(cell);
            case EMAIL ->
                patient.addTelecom().setSystem(ContactPointSystem.EMAIL).setValue(cell);
            case MOTHER_NAME ->
                patient.addExtension(new Extension(STANDARD + "patient-mothersMaidenName", new StringType(cell)));
            case PLACE -> {
                var address = patient.getAddressFirstRep();
                address.setText(address.hasText() ? address.getText() + ", " + cell : cell);
            }
            case POSTCODE -> patient.getAddressFirstRep().setPostalCode(cell);
            default -> {
                // Names and dates are put together from several columns.
            }
        }
    }

    private void name(Map<String, String> row, Patient patient) {
        var name = new HumanName();
        var family = new ArrayList<String>();
        for (var column : mapping.columns()) {
            var cell = cell(mapping, row, column);
            if (!cell.isEmpty()) {
                switch (column.kind()) {
                    case GIVEN_NAME -> List.of(cell.split("\\s+")).forEach(name::addGiven);
                    case FAMILY_NAME -> family.add(cell);
                    case FIRST_FAMILY_NAME -> family.add(part(name, "humanname-fathers-family", cell));
                    case SECOND_FAMILY_NAME -> family.add(part(name, "humanname-mothers-family", cell));
                    case MARRIED_NAME -> part(name, "humanname-partner-name", cell);
                    case FULL_NAME -> name.setText(cell);
                    default -> {
                        // Not of a name.
                    }
                }
            }
        }
        if (!family.isEmpty()) {
            name.setFamily(String.join(" ", family));
        }
        if (!name.isEmpty()) {
            patient.addName(name);
        }
    }

    private static String part(HumanName name, String extension, String cell) {
        name.getFamilyElement().addExtension(new Extension(STANDARD + extension, new StringType(cell)));
        return cell;
    }

    /** The words of several languages begin alike: f, female, femenino, mujer; m, male, masculino, hombre, varón. */
    private static AdministrativeGender sex(Column column, String cell) {
        var word = cell.toLowerCase(Locale.ROOT);
        if (word.startsWith("f") || word.startsWith("muj") || word.equals("2")) {
            return AdministrativeGender.FEMALE;
        }
        if (word.startsWith("m") || word.startsWith("h") || word.startsWith("v") || word.equals("1")) {
            return AdministrativeGender.MALE;
        }
        throw FhirProblem.invalid("The cell tells no sex", column.header());
    }
}
