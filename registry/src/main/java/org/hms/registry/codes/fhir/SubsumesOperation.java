package org.hms.registry.codes.fhir;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirHandler;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirRequest;
import org.hms.terminology.content.CodeSystemContent;
import org.jspecify.annotations.Nullable;

/** <a href="https://hl7.org/fhir/R4/codesystem-operation-subsumes.html">CodeSystem/$subsumes</a>. */
final class SubsumesOperation implements FhirHandler {
    private static final Set<String> PARAMETERS = Stream.concat(
                    Stream.of("codeA", "codeB", "system", "version", "codingA", "codingB"),
                    WishParameters.COMMON.stream())
            .collect(Collectors.toUnmodifiableSet());

    private final TerminologyDesk desk;

    SubsumesOperation(TerminologyDesk desk) {
        this.desk = desk;
    }

    @Override
    public FhirAnswer handle(FhirRequest request) {
        var input = OperationInput.of(request, PARAMETERS);
        var first = AskedCoding.of(input, "codeA", "codingA");
        var second = AskedCoding.of(input, "codeB", "codingB");
        if (!first.requireSystem().equals(second.requireSystem())) {
            throw FhirProblem.invalid("Codes are compared within one code system");
        }
        return TerminologyDesk.answering(WishParameters.forShowing(input), wishes -> {
            var resolution = desk.resolution(input, wishes);
            var version = version(first.version(), second.version());
            var content = TerminologyDesk.codeSystem(resolution, first.requireSystem(), version);
            return FhirAnswer.ok(new Parameters()
                    .addParameter("outcome", new CodeType(outcome(content, first.code(), second.code()))));
        });
    }

    private static @Nullable String version(@Nullable String first, @Nullable String second) {
        if (first != null && second != null && !first.equals(second)) {
            throw FhirProblem.invalid("Codes are compared within one version of a code system");
        }
        return first == null ? second : first;
    }

    private static String outcome(CodeSystemContent content, String codeA, String codeB) {
        var first = content.find(codeA);
        var second = content.find(codeB);
        if (first < 0 || second < 0) {
            throw FhirProblem.notFound("The code system lacks one of the codes");
        }
        if (first == second) {
            return "equivalent";
        }
        if (content.subsumes(first, second)) {
            return "subsumes";
        }
        return content.subsumes(second, first) ? "subsumed-by" : "not-subsumed";
    }
}
