package org.hms.seed.names;

/** The sex that a given name is drawn for. */
public enum Sex {
    FEMALE("female"),
    MALE("male");

    private final String code;

    Sex(String code) {
        this.code = code;
    }

    /** The code of FHIR's administrative gender. */
    public String code() {
        return code;
    }

    public Sex other() {
        return this == FEMALE ? MALE : FEMALE;
    }
}
