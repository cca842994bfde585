package org.hms.registry.codes.fhir;

import java.util.Set;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirHandler;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirRequest;
import org.hms.terminology.TerminologyService;

/** <a href="https://hl7.org/fhir/R4/codesystem-operation-subsumes.html">CodeSystem/$subsumes</a>. */
final class SubsumesOperation implements FhirHandler {
    private static final Set<String> PARAMETERS = Set.of("codeA", "codeB", "system", "version", "codingA", "codingB");

    private final TerminologyService terminology;

    SubsumesOperation(TerminologyService terminology) {
        this.terminology = terminology;
    }

    @Override
    public FhirAnswer handle(FhirRequest request) {
        var input = OperationInput.of(request, PARAMETERS);
        var first = AskedCoding.of(input, "codeA", "codingA");
        var second = AskedCoding.of(input, "codeB", "codingB");
        if (!first.requireSystem().equals(second.requireSystem())) {
            throw FhirProblem.invalid("Codes are compared within one code system");
        }
        var system = new LoadedSystems(terminology).require(first.requireSystem(), first.version());
        var outcome = terminology
                .subsumes(system.url(), system.version(), first.code(), second.code())
                .orElseThrow(() -> FhirProblem.notFound("The code system lacks one of the codes"));
        return FhirAnswer.ok(new Parameters().addParameter("outcome", new CodeType(outcome.fhirCode())));
    }
}
