package org.hms.registry.fhir;

/** Answers one interaction or operation; a feature's edge implements it and throws {@link FhirProblem} to refuse. */
@FunctionalInterface
public interface FhirHandler {
    FhirAnswer handle(FhirRequest request);
}
