package org.hms.terminology.ecl;

/** A constraint that is not ECL, or asks what the release cannot answer; the message quotes it. */
public final class EclException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public EclException(String message) {
        super(message);
    }
}
