package org.hms.matching.score;

/** How sure a match is, in the words of FHIR's match-grade. */
public enum MatchGrade {
    CERTAIN("certain"),
    PROBABLE("probable"),
    POSSIBLE("possible"),
    CERTAINLY_NOT("certainly-not");

    private final String code;

    MatchGrade(String code) {
        this.code = code;
    }

    /** FHIR's code for it. */
    public String code() {
        return code;
    }
}
