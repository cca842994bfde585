package org.hms.registry.curation.fhir;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Reference;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.territory.DirectoryIdentifier;
import org.hms.registry.territory.DirectorySystems;
import org.hms.registry.territory.Jurisdiction;
import org.hms.registry.territory.JurisdictionIds;
import org.hms.registry.territory.JurisdictionLevel;
import org.jspecify.annotations.Nullable;

/** What both sides of a jurisdiction tell in the same elements. */
final class JurisdictionTerms {

    private JurisdictionTerms() {}

    /** Whether one of the types is a level of a hierarchy. */
    static boolean tellLevel(List<CodeableConcept> types) {
        return types.stream().flatMap(type -> type.getCoding().stream()).anyMatch(JurisdictionTerms::isLevel);
    }

    /** The level among the types, beside which only {@code jurisdiction} may stand. */
    static JurisdictionLevel level(List<CodeableConcept> types, String path) {
        for (var type : types) {
            if (type.getCoding().size() != 1 || !isKnown(type.getCodingFirstRep())) {
                throw FhirProblem.unprocessable("A type here is one coding: a level of "
                                + DirectorySystems.JURISDICTION_LEVEL + ", or jurisdiction of "
                                + DirectorySystems.MCSD_TYPE)
                        .at(path + ".type");
            }
        }
        var told = types.stream()
                .map(CodeableConcept::getCodingFirstRep)
                .filter(JurisdictionTerms::isLevel)
                .toList();
        return Arrays.stream(JurisdictionLevel.values())
                .filter(level ->
                        told.size() == 1 && level.code().equals(told.getFirst().getCode()))
                .findFirst()
                .orElseThrow(() -> FhirProblem.unprocessable("One of the types is one level of "
                                + Arrays.stream(JurisdictionLevel.values())
                                        .map(JurisdictionLevel::code)
                                        .toList())
                        .at(path + ".type"));
    }

    private static boolean isLevel(Coding coding) {
        return DirectorySystems.JURISDICTION_LEVEL.equals(coding.getSystem());
    }

    private static boolean isKnown(Coding coding) {
        return isLevel(coding)
                || (DirectorySystems.MCSD_TYPE.equals(coding.getSystem()) && "jurisdiction".equals(coding.getCode()));
    }

    /** Its id, or the one that is made from its code. */
    static String id(
            JurisdictionLevel level,
            List<DirectoryIdentifier> identifiers,
            @Nullable Jurisdiction current,
            String path) {
        if (current != null) {
            return current.id();
        }
        return identifiers.stream()
                .filter(known -> known.system().equals(level.codeSystem()))
                .map(DirectoryIdentifier::value)
                .filter(level::takesCode)
                .map(code -> JurisdictionIds.of(level, code))
                .findFirst()
                .orElseThrow(() -> FhirProblem.unprocessable(
                                "What is of this level has a code of its form in the system " + level.codeSystem())
                        .at(path + ".identifier"));
    }

    static String name(@Nullable String name, String path) {
        if (name == null || name.isBlank()) {
            throw FhirProblem.required("A jurisdiction or network has a name", path + ".name");
        }
        return name.strip();
    }

    /** What it is a part of; all but the country are a part of something. */
    static @Nullable String parent(Reference partOf, JurisdictionLevel level, String path) {
        var element = path + ".partOf";
        if (partOf.hasReference() == (level == JurisdictionLevel.COUNTRY)) {
            throw FhirProblem.required("All but the country are a part of something, and the country is not", element);
        }
        return partOf.hasReference() ? local(partOf, path, element) : null;
    }

    /** The id of what is referred to in this directory. */
    static String local(Reference reference, String type, String path) {
        var local =
                Pattern.compile("(?:.*/)?" + type + "/([A-Za-z0-9.-]{1,64})").matcher(reference.getReference());
        if (!local.matches()) {
            throw FhirProblem.unprocessable("A reference here is " + type + "/ and the id of one in this directory")
                    .at(path);
        }
        return local.group(1);
    }
}
