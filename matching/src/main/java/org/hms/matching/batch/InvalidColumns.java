package org.hms.matching.batch;

/** A column mapping, or a file against its mapping, that cannot be used; the message names the key or the line. */
public final class InvalidColumns extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidColumns(String key, String reason) {
        super("columns, " + key + ": " + reason);
    }
}
