package org.hms.registry.reconcile;

import java.util.Locale;

/** What becomes of a pair or a row. */
public enum Decision {
    /** One house; no person needs to look. */
    MATCH,
    /** Perhaps one house: a steward decides. */
    REVIEW,
    /** A row that has no counterpart in the other list. */
    NONE;

    /** As pairs.csv writes it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
