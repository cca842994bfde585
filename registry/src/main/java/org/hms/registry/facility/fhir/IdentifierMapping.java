package org.hms.registry.facility.fhir;

import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Identifier.IdentifierUse;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.territory.DirectoryIdentifier;
import org.hms.registry.territory.DirectoryType;
import org.jspecify.annotations.Nullable;

/** Identifiers of the directory in FHIR's words, with what they are for and of what kind. */
public final class IdentifierMapping {

    private IdentifierMapping() {}

    public static Identifier toIdentifier(DirectoryIdentifier known) {
        var identifier = new Identifier().setSystem(known.system()).setValue(known.value());
        if (known.use() != null) {
            identifier.setUse(IdentifierUse.fromCode(known.use()));
        }
        var type = known.type();
        if (type != null) {
            identifier.setType(new CodeableConcept(new Coding(type.system(), type.code(), type.display())));
        }
        return identifier;
    }

    public static List<DirectoryIdentifier> toDirectory(List<Identifier> identifiers, String path) {
        return identifiers.stream()
                .map(one -> toDirectory(one, path + ".identifier"))
                .toList();
    }

    private static DirectoryIdentifier toDirectory(Identifier identifier, String path) {
        return new DirectoryIdentifier(
                required(identifier.getSystem(), path + ".system"),
                required(identifier.getValue(), path + ".value"),
                identifier.hasUse() ? identifier.getUse().toCode() : null,
                identifier.hasType() ? type(identifier.getType(), path + ".type") : null);
    }

    private static DirectoryType type(CodeableConcept concept, String path) {
        if (concept.getCoding().size() != 1) {
            throw FhirProblem.required("A kind of identifier is one coding with system and code", path);
        }
        var coding = concept.getCodingFirstRep();
        var code = required(coding.getCode(), path + ".coding.code");
        return new DirectoryType(
                required(coding.getSystem(), path + ".coding.system"),
                code,
                coding.hasDisplay() ? coding.getDisplay() : code);
    }

    private static String required(@Nullable String text, String path) {
        if (text == null || text.isBlank()) {
            throw FhirProblem.required("This element is needed", path);
        }
        return text;
    }
}
