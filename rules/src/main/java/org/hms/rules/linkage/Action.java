package org.hms.rules.linkage;

/** What the guards ask for, from the least to the most cautious. */
public enum Action {
    /** No guard objects: the score decides. */
    NONE,
    /** Never link without a steward. */
    REVIEW,
    /** Keep the two apart. */
    VETO
}
