package org.hms.registry.exchange;

/** Why a row is not taken in, in Spanish. */
final class RefusedRow extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedRow(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
