package org.hms.terminology.ask;

import java.util.Locale;
import java.util.regex.Pattern;

/** A language tag (BCP 47) taken apart as far as texts are compared by it; absent parts are empty. */
public record LanguageTag(String code, String language, String script, String region, String rest) {
    private static final Pattern WELL_FORMED = Pattern.compile("([A-Za-z]{2,8}|\\*)(-[A-Za-z0-9]{1,8}){0,6}");

    /** How much of two tags must be the same. */
    public enum Depth {
        WHOLE,
        REGION,
        LANGUAGE
    }

    public static boolean isWellFormed(String code) {
        return WELL_FORMED.matcher(code).matches();
    }

    public static LanguageTag of(String code) {
        var script = "";
        var region = "";
        var rest = new StringBuilder();
        var parts = code.split("-", -1);
        for (var at = 1; at < parts.length; at++) {
            var part = parts[at];
            if (rest.isEmpty() && region.isEmpty() && script.isEmpty() && part.matches("[A-Za-z]{4}")) {
                script = part.toLowerCase(Locale.ROOT);
            } else if (rest.isEmpty() && region.isEmpty() && part.matches("[A-Za-z]{2}|[0-9]{3}")) {
                region = part.toUpperCase(Locale.ROOT);
            } else {
                rest.append('-').append(part.toLowerCase(Locale.ROOT));
            }
        }
        return new LanguageTag(code, parts[0].toLowerCase(Locale.ROOT), script, region, rest.toString());
    }

    public boolean matches(LanguageTag other, Depth depth) {
        return language.equals(other.language)
                && (depth == Depth.LANGUAGE || (script.equals(other.script) && region.equals(other.region)))
                && (depth != Depth.WHOLE || rest.equals(other.rest));
    }
}
