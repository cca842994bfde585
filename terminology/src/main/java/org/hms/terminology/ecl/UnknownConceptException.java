package org.hms.terminology.ecl;

/** A constraint that names a concept which the release lacks. */
final class UnknownConceptException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownConceptException(String code) {
        super("the release has no concept " + code);
    }
}
