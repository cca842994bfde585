package org.hms.terminology.resolve;

import org.jspecify.annotations.Nullable;

/** A canonical reference as FHIR writes it, {@code url|version}. */
public record Canonical(String url, @Nullable String version) {

    public static Canonical of(String text) {
        var bar = text.indexOf('|');
        return bar < 0
                ? new Canonical(text, null)
                : new Canonical(text.substring(0, bar), bar + 1 == text.length() ? null : text.substring(bar + 1));
    }

    public static String text(String url, @Nullable String version) {
        return version == null ? url : url + "|" + version;
    }

    @Override
    public String toString() {
        return text(url, version);
    }
}
