package org.hms.registry.careservice.fhir;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hms.registry.facility.fhir.IdentifierMapping;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.territory.DirectoryIdentifier;
import org.hms.registry.territory.DirectoryType;
import org.jspecify.annotations.Nullable;

/** Parts of resources that are mapped alike wherever they stand. */
final class CareTerms {

    private static final Pattern LOCAL = Pattern.compile("(?:.*/)?([A-Z][A-Za-z]+)/([A-Za-z0-9.-]{1,64})");

    private CareTerms() {}

    static List<DirectoryIdentifier> identifiers(List<Identifier> identifiers, String path) {
        return IdentifierMapping.toDirectory(identifiers, path);
    }

    static List<Identifier> toIdentifiers(List<DirectoryIdentifier> identifiers) {
        return identifiers.stream().map(IdentifierMapping::toIdentifier).toList();
    }

    /** One type for each concept, which has one coding with system and code. */
    static List<DirectoryType> types(List<CodeableConcept> concepts, String path) {
        return concepts.stream().map(concept -> type(concept.getCoding(), path)).toList();
    }

    static DirectoryType type(List<Coding> codings, String path) {
        if (codings.size() != 1) {
            throw FhirProblem.required("A code is one coding with system and code", path);
        }
        var coding = codings.getFirst();
        var code = required(coding.getCode(), path + ".coding.code");
        return new DirectoryType(
                required(coding.getSystem(), path + ".coding.system"),
                code,
                coding.hasDisplay() ? coding.getDisplay() : code);
    }

    static List<CodeableConcept> toConcepts(List<DirectoryType> types) {
        return types.stream().map(type -> new CodeableConcept(toCoding(type))).toList();
    }

    static Coding toCoding(DirectoryType type) {
        return new Coding(type.system(), type.code(), type.display());
    }

    static List<String> ids(Collection<Reference> references, String type, String path) {
        return references.stream().map(reference -> id(reference, type, path)).toList();
    }

    static @Nullable String optionalId(@Nullable Reference reference, String type, String path) {
        return reference == null || reference.isEmpty() ? null : id(reference, type, path);
    }

    static String id(Reference reference, String type, String path) {
        var local = LOCAL.matcher(reference.hasReference() ? reference.getReference() : "");
        if (!local.matches() || !local.group(1).equals(type)) {
            throw FhirProblem.invalid("A reference here is " + type + "/ and the id of one in this directory", path);
        }
        return local.group(2);
    }

    static List<Reference> toReferences(List<String> ids, String type) {
        return ids.stream().map(id -> new Reference(type + "/" + id)).toList();
    }

    static List<String> phones(List<ContactPoint> contacts, String path) {
        var phones = new ArrayList<String>();
        for (var contact : contacts) {
            if (contact.getSystem() != ContactPointSystem.PHONE) {
                throw FhirProblem.notSupported("Only telephones are kept").at(path);
            }
            phones.add(required(contact.getValue(), path + ".value"));
        }
        return phones;
    }

    static List<ContactPoint> toPhones(List<String> phones) {
        return phones.stream()
                .map(phone ->
                        new ContactPoint().setSystem(ContactPointSystem.PHONE).setValue(phone))
                .toList();
    }

    static @Nullable LocalDate day(@Nullable DateTimeType time, String path) {
        if (time == null || !time.hasValue()) {
            return null;
        }
        if (time.getPrecision() != TemporalPrecisionEnum.DAY) {
            throw FhirProblem.invalid("A period here begins and ends on days", path);
        }
        return LocalDate.parse(time.getValueAsString());
    }

    static @Nullable Period toPeriod(@Nullable LocalDate since, @Nullable LocalDate until) {
        if (since == null && until == null) {
            return null;
        }
        var period = new Period();
        if (since != null) {
            period.setStartElement(new DateTimeType(since.toString()));
        }
        return until == null ? period : period.setEndElement(new DateTimeType(until.toString()));
    }

    static String required(@Nullable String text, String path) {
        if (text == null || text.isBlank()) {
            throw FhirProblem.required("This element is needed", path);
        }
        return text;
    }
}
