package org.hms.registry.web;

import org.hms.registry.fhir.FhirProblem;

/** What went wrong with one entry of a batch, told as it would be had it come alone; the other entries are answered all the same. */
public final class EntryFaults {

    private EntryFaults() {}

    public static FhirProblem of(RuntimeException thrown) {
        if (thrown instanceof FhirProblem problem) {
            return problem;
        }
        var fault = Faults.of(thrown);
        return FhirProblem.of(fault.problem().status(), fault.outcome());
    }
}
