package org.hms.registry.codes.fhir;

import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.termwork.TermUse;
import org.hms.terminology.concept.SystemUri;
import org.jspecify.annotations.Nullable;

/** What operations count of questions about the lexicon, as {@code /api/v1/terms} does; other code systems are not counted. */
record CountedUse(TermUse use) {
    /** Where the patient lives, as INE's code: a parameter of ours, which FHIR's operations may have besides their own. */
    static final String DISTRICT = "district";

    /** The district that came with the question; refuses one that is none. */
    @Nullable
    String district(OperationInput input) {
        var district = input.text(DISTRICT);
        if (!use.accepts(district)) {
            throw FhirProblem.invalid("The district is none of INE's codes", OperationInput.place(DISTRICT));
        }
        return district;
    }

    void lookedUp(String system, String code, @Nullable String district) {
        if (system.equals(SystemUri.LEXICON)) {
            use.lookedUp(code, district);
        }
    }
}
