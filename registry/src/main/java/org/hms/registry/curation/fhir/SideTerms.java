package org.hms.registry.curation.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hms.registry.facility.Facility;
import org.hms.registry.facility.fhir.IdentifierMapping;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.territory.DirectoryIdentifier;
import org.hms.registry.territory.DirectorySystems;
import org.jspecify.annotations.Nullable;

/** What both sides of a facility tell in the same elements. */
final class SideTerms {

    private static final Set<String> TYPES =
            Set.of(DirectorySystems.MCSD_TYPE, DirectorySystems.FACILITY_TYPE, DirectorySystems.FACILITY_OWNERSHIP);

    private SideTerms() {}

    /** Refuses with 422 what is no facility. */
    static void requireFacility(List<CodeableConcept> types, String path) {
        if (types.stream()
                .flatMap(type -> type.getCoding().stream())
                .noneMatch(coding ->
                        DirectorySystems.MCSD_TYPE.equals(coding.getSystem()) && "facility".equals(coding.getCode()))) {
            throw FhirProblem.unprocessable("One of the types is facility of " + DirectorySystems.MCSD_TYPE
                            + ", or a level of " + DirectorySystems.JURISDICTION_LEVEL)
                    .at(path);
        }
        for (var type : types) {
            if (type.getCoding().size() != 1
                    || !TYPES.contains(type.getCodingFirstRep().getSystem())) {
                throw FhirProblem.unprocessable("A type is one coding of "
                                + TYPES.stream().sorted().toList())
                        .at(path);
            }
        }
    }

    /** The code of a system among the types. */
    static @Nullable String code(List<CodeableConcept> types, String system) {
        return types.stream()
                .map(CodeableConcept::getCodingFirstRep)
                .filter(coding -> system.equals(coding.getSystem()))
                .map(coding -> coding.getCode())
                .findFirst()
                .orElse(null);
    }

    static List<DirectoryIdentifier> identifiers(List<Identifier> identifiers, String type) {
        return IdentifierMapping.toDirectory(identifiers, type);
    }

    static List<String> phones(List<ContactPoint> contacts, String path) {
        var phones = new ArrayList<String>();
        for (var contact : contacts) {
            if (contact.getSystem() != ContactPointSystem.PHONE || !contact.hasValue()) {
                throw FhirProblem.notSupported("Only telephones are kept").at(path);
            }
            phones.add(contact.getValue());
        }
        return phones;
    }

    static String name(@Nullable String name, String path) {
        if (name == null || name.isBlank()) {
            throw FhirProblem.required("A facility has a name", path);
        }
        return name.strip();
    }

    /** The code of a jurisdiction that is referred to, by the kind of jurisdiction that its id tells. */
    static @Nullable String area(Reference reference, String type, String prefix, String what, String path) {
        if (!reference.hasReference()) {
            return null;
        }
        var local = Pattern.compile("(?:.*/)?" + type + "/" + prefix + "([0-9]{1,8})")
                .matcher(reference.getReference());
        if (!local.matches()) {
            throw FhirProblem.unprocessable(
                            "A facility is a part of " + what + " here: " + type + "/" + prefix + " and its code")
                    .at(path);
        }
        return local.group(1);
    }

    static @Nullable String type(@Nullable Facility facility) {
        var type = facility == null ? null : facility.kind().type();
        return type == null ? null : type.code();
    }

    static @Nullable String ownership(@Nullable Facility facility) {
        var ownership = facility == null ? null : facility.kind().ownership();
        return ownership == null ? null : ownership.code();
    }

    /** The code of a jurisdiction within its id. */
    static @Nullable String code(@Nullable String id, String prefix) {
        return id == null ? null : id.substring(prefix.length());
    }
}
