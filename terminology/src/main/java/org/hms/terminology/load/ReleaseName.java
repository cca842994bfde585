package org.hms.terminology.load;

import org.jspecify.annotations.Nullable;

/**
 * What the one who imports says of a release: its code system and version, where the files do not say them, and the
 * language in which concepts are shown.
 */
public record ReleaseName(@Nullable String system, @Nullable String version, String language) {

    String requireSystem() {
        return require(system, "code system, as a URL");
    }

    String requireVersion() {
        return require(version, "release");
    }

    private static String require(@Nullable String text, String what) {
        if (text == null || text.isBlank()) {
            throw new UnreadableFile("Name the " + what + "; the file does not say it");
        }
        return text;
    }
}
