package org.hms.matching.explain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The languages in which a score is explained. */
public enum Language {
    SPANISH("es"),
    ENGLISH("en");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** As a language tag writes it. */
    public String code() {
        return code;
    }

    public static Optional<Language> find(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code.equals(code))
                .findFirst();
    }

    Locale locale() {
        return Locale.of(code);
    }
}
