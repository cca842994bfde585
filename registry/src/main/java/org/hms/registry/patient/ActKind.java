package org.hms.registry.patient;

/** The acts of stewards. */
public enum ActKind {
    SAME,
    DIFFERENT,
    MERGE,
    SPLIT,
    MOVE,
    PIN,
    DECEASED,
    CONFIDENTIAL
}
