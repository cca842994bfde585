package org.hms.matching.person;

/** Administrative sex, with FHIR's four values. */
public enum Sex {
    FEMALE,
    MALE,
    OTHER,
    UNKNOWN
}
