package org.hms.terminology.concept;

import org.jspecify.annotations.Nullable;

/** A code of a code system; the display is absent unless that code system is at hand. */
public record Coding(
        String system,
        String code,
        @Nullable String version,
        @Nullable String display) {
    public Coding {
        if (system.isBlank() || code.isBlank()) {
            throw new IllegalArgumentException("A coding has a system and a code");
        }
    }

    public static Coding of(String system, String code) {
        return new Coding(system, code, null, null);
    }

    public Coding withDisplay(@Nullable String newDisplay, @Nullable String newVersion) {
        return new Coding(system, code, newVersion, newDisplay);
    }

    public boolean isSameCode(Coding other) {
        return system.equals(other.system) && code.equals(other.code);
    }
}
