package org.hms.registry.reconcile;

/** A list that cannot be read; the message names the column or the line. */
public final class InvalidFacilityList extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidFacilityList(String message) {
        super(message);
    }
}
