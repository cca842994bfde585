package org.hms.terminology.concept;

import java.util.Locale;
import java.util.Optional;

/** How well a form or a mapping is attested; not a clinical validation and not a measured probability. */
public enum Confidence {
    HIGH(0.9),
    MEDIUM(0.7),
    LOW(0.4);

    private final double sssomValue;

    Confidence(double sssomValue) {
        this.sssomValue = sssomValue;
    }

    /** The number that stands for the word where SSSOM wants one between 0 and 1; a convention of this registry. */
    public double sssomValue() {
        return sssomValue;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Confidence> ofWord(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "high" -> Optional.of(HIGH);
            case "medium" -> Optional.of(MEDIUM);
            case "low" -> Optional.of(LOW);
            default -> Optional.empty();
        };
    }
}
