package org.hms.terminology.system;

import org.jspecify.annotations.Nullable;

/**
 * Which codes are wanted: of a code system or of its implicit value set ({@code url}, {@code url?fhir_vs},
 * {@code url?fhir_vs=isa/CODE}, {@code url/vs}), under a root, whose texts contain the words of the filter.
 */
public record ExpandQuery(
        String url,
        @Nullable String version,
        @Nullable String isA,
        @Nullable String filter,
        @Nullable String language,
        int offset,
        int count) {

    /** No page is longer, whatever is asked for. */
    public static final int MAX_COUNT = 1000;

    public ExpandQuery {
        if (offset < 0 || count < 0) {
            throw new IllegalArgumentException("Offset and count are not negative");
        }
        count = Math.min(count, MAX_COUNT);
    }

    public static ExpandQuery of(String url, int count) {
        return new ExpandQuery(url, null, null, null, null, 0, count);
    }

    public ExpandQuery filteredBy(String text) {
        return new ExpandQuery(url, version, isA, text, language, offset, count);
    }

    public ExpandQuery under(String root) {
        return new ExpandQuery(url, version, root, filter, language, offset, count);
    }

    /** The same question with the value set's URL taken apart into code system and root. */
    public ExpandQuery normalised() {
        var implicit = url.indexOf("?fhir_vs");
        if (implicit >= 0) {
            var rest = url.substring(implicit + "?fhir_vs".length());
            var root = rest.startsWith("=isa/") ? rest.substring("=isa/".length()) : isA;
            return new ExpandQuery(url.substring(0, implicit), version, root, filter, language, offset, count);
        }
        return url.endsWith("/vs")
                ? new ExpandQuery(
                        url.substring(0, url.length() - "/vs".length()), version, isA, filter, language, offset, count)
                : this;
    }
}
