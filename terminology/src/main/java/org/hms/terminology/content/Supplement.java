package org.hms.terminology.content;

import org.jspecify.annotations.Nullable;

/** A supplement by its URL and version; a language pack only brings words of other languages and is used unasked. */
public record Supplement(String url, @Nullable String version, boolean languagePack) {

    public String canonical() {
        return version == null ? url : url + "|" + version;
    }

    /** Whether a reference, with or without version, means this one. */
    public boolean isMeantBy(String reference) {
        return reference.equals(url) || reference.equals(canonical());
    }
}
