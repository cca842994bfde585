package org.hms.registry.access;

/** A token that this registry did not sign, that has expired, or that does not say what a token must say. */
public final class InvalidToken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidToken(String reason) {
        super(reason);
    }
}
