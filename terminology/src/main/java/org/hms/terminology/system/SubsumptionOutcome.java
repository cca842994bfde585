package org.hms.terminology.system;

/** How two codes of one system stand to each other, as FHIR's {@code subsumes} operation says it. */
public enum SubsumptionOutcome {
    EQUIVALENT("equivalent"),
    SUBSUMES("subsumes"),
    SUBSUMED_BY("subsumed-by"),
    NOT_SUBSUMED("not-subsumed");

    private final String fhirCode;

    SubsumptionOutcome(String fhirCode) {
        this.fhirCode = fhirCode;
    }

    public String fhirCode() {
        return fhirCode;
    }
}
