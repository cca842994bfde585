package org.hms.terminology.validate;

import org.jspecify.annotations.Nullable;

/** A code that is asked about; the code alone is always there. */
public record AskedCode(
        @Nullable String system,
        @Nullable String version,
        @Nullable String code,
        @Nullable String display) {

    /** The code as a message shows it. */
    String shown(@Nullable String impliedSystem) {
        var where = impliedSystem != null ? impliedSystem : system == null ? "" : system;
        var text = where + (version == null ? "" : "|" + version) + "#" + code;
        return "'" + text + (display == null ? "" : " ('" + display + "')") + "'";
    }

    AskedCode withVersion(@Nullable String found) {
        return new AskedCode(system, found, code, display);
    }
}
