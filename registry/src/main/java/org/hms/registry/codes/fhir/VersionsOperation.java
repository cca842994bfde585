package org.hms.registry.codes.fhir;

import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirHandler;
import org.hms.registry.fhir.FhirRequest;

/** <a href="https://hl7.org/fhir/R4/capabilitystatement-operation-versions.html">$versions</a>: one version of FHIR. */
final class VersionsOperation implements FhirHandler {
    private static final String R4 = "4.0";

    @Override
    public FhirAnswer handle(FhirRequest request) {
        return FhirAnswer.ok(
                new Parameters().addParameter("version", new CodeType(R4)).addParameter("default", new CodeType(R4)));
    }
}
