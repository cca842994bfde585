package org.hms.registry.patient.fhir;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.StringType;
import org.hms.matching.person.Birth;
import org.hms.matching.person.Demographics;
import org.hms.matching.person.Identifier;
import org.hms.matching.person.PartialDate;
import org.hms.matching.person.PersonName;
import org.hms.matching.person.Residence;
import org.hms.matching.person.Sex;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.patient.IdentifierSystems;
import org.jspecify.annotations.Nullable;

/** The only class that knows both FHIR's Patient and our {@link Demographics}: from FHIR to us. */
final class PatientMapping {

    static final String MOTHERS_MAIDEN_NAME = "http://hl7.org/fhir/StructureDefinition/patient-mothersMaidenName";

    private PatientMapping() {}

    static Demographics toDemographics(Patient patient) {
        return new Demographics(
                patient.getName().stream()
                        .map(NameMapping::toPersonName)
                        .filter(Objects::nonNull)
                        .toList(),
                toSex(patient.getGender()),
                new Birth(birthDate(patient), birthOrder(patient), mother(patient)),
                identifiers(patient),
                residence(patient),
                phones(patient),
                deceased(patient));
    }

    private static Sex toSex(@Nullable AdministrativeGender gender) {
        return switch (gender) {
            case null -> Sex.UNKNOWN;
            case FEMALE -> Sex.FEMALE;
            case MALE -> Sex.MALE;
            case OTHER -> Sex.OTHER;
            case UNKNOWN, NULL -> Sex.UNKNOWN;
        };
    }

    private static @Nullable PartialDate birthDate(Patient patient) {
        var text = patient.getBirthDateElement().getValueAsString();
        if (text == null) {
            return null;
        }
        try {
            return PartialDate.parse(text);
        } catch (DateTimeException e) {
            throw FhirProblem.invalid(
                    "The birth date is not a date of the form YYYY, YYYY-MM or YYYY-MM-DD", "Patient.birthDate");
        }
    }

    private static @Nullable Integer birthOrder(Patient patient) {
        return patient.getMultipleBirth() instanceof IntegerType order ? order.getValue() : null;
    }

    private static @Nullable PersonName mother(Patient patient) {
        var extension = patient.getExtensionByUrl(MOTHERS_MAIDEN_NAME);
        if (extension == null || !(extension.getValue() instanceof StringType name) || name.isEmpty()) {
            return null;
        }
        return NameMapping.ofText(name.getValue());
    }

    /** Identifiers with a value; a system is taken from the type code where the national guide gives none. */
    private static List<Identifier> identifiers(Patient patient) {
        var identifiers = new ArrayList<Identifier>();
        for (var identifier : patient.getIdentifier()) {
            var system = system(identifier);
            if (system != null
                    && identifier.hasValue()
                    && !identifier.getValue().isBlank()) {
                identifiers.add(new Identifier(system, identifier.getValue().strip()));
            }
        }
        return identifiers.stream().distinct().toList();
    }

    static @Nullable String system(org.hl7.fhir.r4.model.Identifier identifier) {
        if (identifier.hasSystem()) {
            return IdentifierSystems.canonical(identifier.getSystem());
        }
        return identifier.getType().getCoding().stream()
                .flatMap(coding -> IdentifierSystems.ofType(Objects.requireNonNullElse(coding.getCode(), "")).stream())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Residence residence(Patient patient) {
        return patient.getAddress().stream()
                .map(AddressMapping::toResidence)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static List<String> phones(Patient patient) {
        return patient.getTelecom().stream()
                .filter(contact -> contact.getSystem() == ContactPointSystem.PHONE
                        || contact.getSystem() == ContactPointSystem.SMS)
                .filter(contact -> contact.hasValue() && !contact.getValue().isBlank())
                .map(contact -> contact.getValue().strip())
                .distinct()
                .toList();
    }

    private static boolean deceased(Patient patient) {
        return patient.hasDeceasedDateTimeType()
                || patient.hasDeceasedBooleanType()
                        && patient.getDeceasedBooleanType().booleanValue();
    }
}
