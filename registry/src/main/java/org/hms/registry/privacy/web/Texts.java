package org.hms.registry.privacy.web;

import org.hms.registry.web.Problem;
import org.hms.registry.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Free texts of a request, which are needed and have an end. */
final class Texts {

    private static final int LONGEST = 4_000;

    private Texts() {}

    static String required(String pointer, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw refused(pointer, "is needed");
        }
        if (text.length() > LONGEST) {
            throw refused(pointer, "has at most " + LONGEST + " characters");
        }
        return text.strip();
    }

    static ProblemException refused(String pointer, String what) {
        return new ProblemException(
                Problem.of(422, "Unprocessable Content", pointer + " " + what).at(pointer, what));
    }
}
