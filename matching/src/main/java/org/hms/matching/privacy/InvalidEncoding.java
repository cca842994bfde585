package org.hms.matching.privacy;

/** A schema, a secret or an encoded file that cannot be used; the message names the key or the line, never a value. */
public final class InvalidEncoding extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidEncoding(String key, String reason) {
        super("encoding, " + key + ": " + reason);
    }
}
