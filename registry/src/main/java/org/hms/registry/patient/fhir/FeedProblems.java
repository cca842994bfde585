package org.hms.registry.patient.fhir;

import java.util.function.Supplier;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.patient.FeedRefused;

/** Says in FHIR's words why the feed does not take a record. */
public final class FeedProblems {

    private FeedProblems() {}

    static <T> T guard(Supplier<T> feeding) {
        try {
            return feeding.get();
        } catch (FeedRefused refused) {
            throw of(refused);
        }
    }

    /** What a caller is told; what is not theirs to mend is thrown on. */
    public static FhirProblem of(RuntimeException cause) {
        return switch (cause) {
            case FhirProblem problem -> problem;
            case FeedRefused refused -> of(refused);
            default -> throw cause;
        };
    }

    private static FhirProblem of(FeedRefused refused) {
        var sentence = String.valueOf(refused.getMessage());
        return switch (refused.reason()) {
            case EXISTS, OTHER_VERSION -> FhirProblem.preconditionFailed(sentence);
            case UNMERGE ->
                FhirProblem.of(405, IssueType.NOTSUPPORTED, sentence).at("Patient.link");
            case REPLACEMENT -> FhirProblem.unprocessable(sentence).at("Patient.link");
        };
    }
}
