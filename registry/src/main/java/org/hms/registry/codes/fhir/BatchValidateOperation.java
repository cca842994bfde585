package org.hms.registry.codes.fhir;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirHandler;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirRequest;

/**
 * Many validations at once: what stands outside the {@code validation} parameters holds for all of them, and each is
 * answered in its place, those that cannot be with what is wrong.
 */
final class BatchValidateOperation implements FhirHandler {
    private static final int MOST = 1_000;
    private static final Set<String> SHARED = Stream.concat(
                    Stream.of("url", "valueSet", "valueSetVersion", "lenient-display-validation", "abstract"),
                    WishParameters.COMMON.stream())
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> PARAMETERS =
            Stream.concat(SHARED.stream(), Stream.of("validation")).collect(Collectors.toUnmodifiableSet());

    private final ValidateCodeOperation ofSystem;
    private final ValidateCodeOperation ofValueSet;

    BatchValidateOperation(TerminologyDesk desk) {
        ofSystem = ValidateCodeOperation.ofCodeSystem(desk);
        ofValueSet = ValidateCodeOperation.ofValueSet(desk);
    }

    @Override
    public FhirAnswer handle(FhirRequest request) {
        var input = OperationInput.of(request, PARAMETERS);
        var validations = input.resources("validation");
        if (validations.size() > MOST) {
            throw FhirProblem.tooCostly("No more than " + MOST + " validations are taken at a time");
        }
        var answer = new Parameters();
        for (var validation : validations) {
            answer.addParameter().setName("validation").setResource(answer(input, validation));
        }
        return FhirAnswer.ok(answer);
    }

    private Resource answer(OperationInput input, Resource validation) {
        try {
            if (!(validation instanceof Parameters inner)) {
                throw FhirProblem.invalid("A validation is Parameters", OperationInput.place("validation"));
            }
            var one = input.within(inner, SHARED, ValidateCodeOperation.ALL);
            return one.has("url") || one.has("valueSet") ? ofValueSet.answer(one, null) : ofSystem.answer(one, null);
        } catch (FhirProblem problem) {
            return problem.toOutcome();
        }
    }
}
