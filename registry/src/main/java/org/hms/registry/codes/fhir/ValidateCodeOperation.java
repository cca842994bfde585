package org.hms.registry.codes.fhir;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirHandler;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirRequest;
import org.hms.terminology.ask.TerminologyParameters;
import org.hms.terminology.issue.TerminologyProblem;
import org.hms.terminology.resolve.Resolution;
import org.hms.terminology.validate.AskedConcept;
import org.hms.terminology.validate.CodeSystemChoice;
import org.hms.terminology.validate.CodeValidator;
import org.hms.terminology.valueset.ValueSetDefinition;
import org.jspecify.annotations.Nullable;

/**
 * <a href="https://hl7.org/fhir/R4/valueset-operation-validate-code.html">ValueSet/$validate-code</a> and the same of
 * CodeSystem, which asks about all codes of the system. A concept is valid when one of its codings is.
 */
final class ValidateCodeOperation implements FhirHandler {
    private static final Set<String> SHARED = Set.of(
            "url",
            "code",
            "display",
            "coding",
            "codeableConcept",
            "abstract",
            "date",
            "inferSystem",
            "lenient-display-validation",
            "valueset-membership-only");
    private static final Set<String> OF_SYSTEM = union(SHARED, Set.of("system", "version", "codeSystem"));
    private static final Set<String> OF_VALUE_SET =
            union(SHARED, Set.of("valueSet", "valueSetVersion", "system", "systemVersion", "version", "context"));

    /** Every name that either of them takes, for batches. */
    static final Set<String> ALL = union(OF_SYSTEM, OF_VALUE_SET);

    private final TerminologyDesk desk;
    private final boolean ofSystem;

    private ValidateCodeOperation(TerminologyDesk desk, boolean ofSystem) {
        this.desk = desk;
        this.ofSystem = ofSystem;
    }

    static ValidateCodeOperation ofCodeSystem(TerminologyDesk desk) {
        return new ValidateCodeOperation(desk, true);
    }

    static ValidateCodeOperation ofValueSet(TerminologyDesk desk) {
        return new ValidateCodeOperation(desk, false);
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        return Stream.of(one, other, WishParameters.COMMON)
                .flatMap(Set::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public FhirAnswer handle(FhirRequest request) {
        var input = OperationInput.of(request, ofSystem ? OF_SYSTEM : OF_VALUE_SET);
        return FhirAnswer.ok(answer(input, request.id()));
    }

    /** The answer to one validation; the id is that of the resource it is asked of. */
    Parameters answer(OperationInput input, @Nullable String id) {
        return TerminologyDesk.answering(WishParameters.forValidating(input), wishes -> {
            var resolution = desk.resolution(input, wishes);
            var concept = (ofSystem ? AskedConcepts.ofCodeSystem(input) : AskedConcepts.ofValueSet(input));
            return ofSystem
                    ? inSystem(input, id, wishes, resolution, concept)
                    : inValueSet(input, id, wishes, resolution, concept);
        });
    }

    private Parameters inValueSet(
            OperationInput input,
            @Nullable String id,
            TerminologyParameters wishes,
            Resolution resolution,
            Optional<AskedConcept> concept) {
        var valueSet = valueSet(input, id, resolution);
        if (concept.isEmpty()) {
            throw FhirProblem.worded(
                    400,
                    IssueType.INVALID,
                    "Unable to find code to validate (looked for coding | codeableConcept | code+system |"
                            + " code+inferSystem in parameters");
        }
        return validated(input, wishes, resolution, valueSet, concept.get());
    }

    private ValueSetDefinition valueSet(OperationInput input, @Nullable String id, Resolution resolution) {
        if (id != null) {
            return desk.valueSetById(id).orElseThrow(() -> FhirProblem.notFound("No ValueSet has this id"));
        }
        var url = input.text("url");
        var asked = input.text("valueSetVersion");
        var version = url == null ? asked : resolution.versionByRules(url, asked);
        return TerminologyDesk.valueSet(input, resolution, version);
    }

    private Parameters inSystem(
            OperationInput input,
            @Nullable String id,
            TerminologyParameters wishes,
            Resolution resolution,
            Optional<AskedConcept> concept) {
        if (concept.isEmpty()) {
            throw FhirProblem.worded(
                    400,
                    IssueType.INVALID,
                    "Unable to find code to validate (looked for coding | codeableConcept | code in parameters)");
        }
        try {
            var sent = input.resource("codeSystem", CodeSystem.class);
            var url = sent.map(CodeSystem::getUrl).orElseGet(() -> id == null ? input.text("url") : urlOf(id));
            var version = sent.map(CodeSystem::getVersion).orElseGet(() -> input.text("version"));
            var content = CodeSystemChoice.of(resolution, concept.get(), url, version);
            return validated(input, wishes, resolution, content, concept.get());
        } catch (TerminologyProblem problem) {
            return orThrow(problem, input, concept.get(), wishes);
        }
    }

    private String urlOf(String id) {
        return desk.codeSystemUrl(id).orElseThrow(() -> FhirProblem.notFound("No CodeSystem has this id"));
    }

    private static Parameters validated(
            OperationInput input,
            TerminologyParameters wishes,
            Resolution resolution,
            ValueSetDefinition valueSet,
            AskedConcept concept) {
        try {
            var validation = new CodeValidator(resolution, wishes, valueSet).validate(concept);
            var answered = AskedConcepts.answered(input, validation.concept());
            return ValidationMapping.toParameters(validation, answered, wishes.httpLanguages());
        } catch (TerminologyProblem problem) {
            return orThrow(problem, input, concept, wishes);
        }
    }

    private static Parameters orThrow(
            TerminologyProblem problem, OperationInput input, AskedConcept concept, TerminologyParameters wishes) {
        if (!problem.isAnswerable()) {
            throw problem;
        }
        var asked = AskedConcepts.answered(input, concept);
        return ValidationMapping.toParameters(problem, concept, asked, wishes.httpLanguages());
    }
}
