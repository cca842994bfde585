package org.hms.registry.codes.fhir;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hms.terminology.validate.AskedCode;
import org.hms.terminology.validate.AskedConcept;
import org.hms.terminology.validate.AskedConcept.Form;
import org.jspecify.annotations.Nullable;

/** The code, coding or concept that a validation is asked about. */
final class AskedConcepts {

    private AskedConcepts() {}

    /** Of a code system: the code's system is the operation's {@code url}. */
    static Optional<AskedConcept> ofCodeSystem(OperationInput input) {
        var url = input.text("url");
        return of(input, url == null ? input.text("system") : url, input.text("version"));
    }

    /** Of a value set: a code says its system, unless that is to be inferred; many say its version as to a code system. */
    static Optional<AskedConcept> ofValueSet(OperationInput input) {
        var version = input.text("systemVersion");
        return of(input, input.text("system"), version == null ? input.text("version") : version)
                .filter(concept -> concept.form() != Form.CODE || input.has("system") || input.flag("inferSystem"));
    }

    private static Optional<AskedConcept> of(OperationInput input, @Nullable String system, @Nullable String version) {
        var concept = input.concept("codeableConcept");
        if (concept.isPresent()) {
            var codings =
                    concept.get().getCoding().stream().map(AskedConcepts::asked).toList();
            return Optional.of(new AskedConcept(Form.CODEABLE_CONCEPT, codings));
        }
        var coding = input.coding("coding");
        if (coding.isPresent()) {
            return Optional.of(new AskedConcept(Form.CODING, List.of(asked(coding.get()))));
        }
        var code = input.text("code");
        return code == null
                ? Optional.empty()
                : Optional.of(new AskedConcept(
                        Form.CODE, List.of(new AskedCode(system, version, code, input.text("display")))));
    }

    private static AskedCode asked(Coding coding) {
        return new AskedCode(coding.getSystem(), coding.getVersion(), coding.getCode(), coding.getDisplay());
    }

    /** The concept as it is answered: codings found without a version say in which they were found. */
    static @Nullable CodeableConcept answered(OperationInput input, AskedConcept validated) {
        var concept = input.concept("codeableConcept").orElse(null);
        if (concept == null) {
            return null;
        }
        var copy = concept.copy();
        for (var at = 0; at < copy.getCoding().size(); at++) {
            copy.getCoding().get(at).setVersion(validated.codes().get(at).version());
        }
        return copy;
    }
}
