package org.hms.registry.codes.fhir;

import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Parameters;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirHandler;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirRequest;
import org.hms.terminology.TerminologyService;
import org.hms.terminology.system.CodeValidation;
import org.jspecify.annotations.Nullable;

/**
 * <a href="https://hl7.org/fhir/R4/valueset-operation-validate-code.html">ValueSet/$validate-code</a> and the same of
 * CodeSystem, which asks about all codes of the system. A concept is valid when one of its codings is.
 */
final class ValidateCodeOperation implements FhirHandler {
    private static final Set<String> OF_SYSTEM =
            Set.of("url", "code", "version", "display", "coding", "codeableConcept", "displayLanguage", "abstract");
    private static final Set<String> OF_VALUE_SET = Set.of(
            "url",
            "valueSetVersion",
            "code",
            "system",
            "systemVersion",
            "display",
            "coding",
            "codeableConcept",
            "displayLanguage",
            "abstract");

    private final TerminologyService terminology;
    private final boolean ofSystem;

    private ValidateCodeOperation(TerminologyService terminology, boolean ofSystem) {
        this.terminology = terminology;
        this.ofSystem = ofSystem;
    }

    static ValidateCodeOperation ofCodeSystem(TerminologyService terminology) {
        return new ValidateCodeOperation(terminology, true);
    }

    static ValidateCodeOperation ofValueSet(TerminologyService terminology) {
        return new ValidateCodeOperation(terminology, false);
    }

    @Override
    public FhirAnswer handle(FhirRequest request) {
        var input = OperationInput.of(request, ofSystem ? OF_SYSTEM : OF_VALUE_SET);
        var codings = codings(input);
        var valueSet =
                ofSystem ? wholeSystem(request, input, codings) : ValueSetReads.wanted(terminology, request, input);
        var validations = codings.stream()
                .map(coding -> validate(valueSet, coding, input))
                .toList();
        var answer =
                validations.stream().filter(CodeValidation::valid).findFirst().orElseGet(validations::getFirst);
        return FhirAnswer.ok(toParameters(answer));
    }

    private static List<AskedCoding> codings(OperationInput input) {
        var concept = input.concept("codeableConcept");
        if (concept.isEmpty()) {
            return List.of(AskedCoding.of(input, "code", "coding"));
        }
        if (!concept.get().hasCoding()) {
            throw FhirProblem.required("The concept has no coding", OperationInput.place("codeableConcept"));
        }
        return concept.get().getCoding().stream()
                .map(coding -> AskedCoding.of(coding, "codeableConcept"))
                .toList();
    }

    private KnownValueSet wholeSystem(FhirRequest request, OperationInput input, List<AskedCoding> codings) {
        var systems = new LoadedSystems(terminology);
        if (request.id() != null) {
            var system = CodeSystemReads.require(systems, request.id());
            return new KnownValueSet(Canonicals.valueSetOf(system.url()), system, null);
        }
        var url = input.text("url");
        var reference =
                Canonicals.Reference.of(url == null ? codings.getFirst().requireSystem() : url, input.text("version"));
        var system = systems.require(reference.url(), reference.version());
        return new KnownValueSet(Canonicals.valueSetOf(system.url()), system, null);
    }

    private CodeValidation validate(KnownValueSet valueSet, AskedCoding coding, OperationInput input) {
        var system = valueSet.system();
        if (!ofSystem) {
            coding.requireSystem();
        }
        if (coding.system() != null && !coding.system().equals(system.url())) {
            return new CodeValidation(false, null, "The code is of another system than " + system.url());
        }
        var version = ofSystem ? null : wantedVersion(coding, input);
        if (version != null && !version.equals(system.version())) {
            return new CodeValidation(false, null, "The code is of another version than " + system.version());
        }
        var validation = terminology
                .validateCode(system.url(), system.version(), coding.code(), coding.display(), input.language())
                .orElseThrow(() -> FhirProblem.notFound("This code system is not at hand"));
        return validation.valid() && !valueSet.holds(terminology, coding.code())
                ? new CodeValidation(false, validation.display(), "The code is not in the value set")
                : validation;
    }

    private static @Nullable String wantedVersion(AskedCoding coding, OperationInput input) {
        return coding.version() == null ? input.text("systemVersion") : coding.version();
    }

    private static Parameters toParameters(CodeValidation validation) {
        var parameters = new Parameters().addParameter("result", validation.valid());
        if (validation.message() != null) {
            parameters.addParameter("message", validation.message());
        }
        if (validation.display() != null) {
            parameters.addParameter("display", validation.display());
        }
        return parameters;
    }
}
