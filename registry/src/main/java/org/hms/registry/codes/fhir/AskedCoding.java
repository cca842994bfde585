package org.hms.registry.codes.fhir;

import org.hl7.fhir.r4.model.Coding;
import org.hms.registry.fhir.FhirProblem;
import org.jspecify.annotations.Nullable;

/** A code as an operation is asked about it: by {@code code} and {@code system}, or as a {@code coding}. */
record AskedCoding(
        @Nullable String system,
        @Nullable String version,
        String code,
        @Nullable String display) {

    static AskedCoding of(OperationInput input, String codeName, String codingName) {
        var coding = input.coding(codingName);
        if (coding.isPresent()) {
            if (input.has(codeName)) {
                throw FhirProblem.invalid("Either " + codeName + " or " + codingName + " is asked about, not both");
            }
            return of(coding.get(), codingName);
        }
        return new AskedCoding(
                input.text("system"), input.text("version"), input.require(codeName), input.text("display"));
    }

    static AskedCoding of(Coding coding, String name) {
        if (!coding.hasCode()) {
            throw FhirProblem.required("The coding has no code", OperationInput.place(name));
        }
        return new AskedCoding(coding.getSystem(), coding.getVersion(), coding.getCode(), coding.getDisplay());
    }

    String requireSystem() {
        if (system == null) {
            throw FhirProblem.required("The code's system is needed", OperationInput.place("system"));
        }
        return system;
    }
}
