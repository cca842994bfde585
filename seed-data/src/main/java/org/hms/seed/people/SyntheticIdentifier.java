package org.hms.seed.people;

/** A number and the system within which it is unique. */
public record SyntheticIdentifier(String system, String value) {}
