package org.hms.matching.score;

/** A model file that cannot be used; the message names the key. */
public final class InvalidModel extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidModel(String key, String reason) {
        super("match model, " + key + ": " + reason);
    }
}
