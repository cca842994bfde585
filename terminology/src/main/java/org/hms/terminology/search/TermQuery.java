package org.hms.terminology.search;

import org.hms.terminology.concept.SystemUri;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said, the language they prefer, the system whose codes they want, and the category they look in.
 *
 * @param count how many concepts at most, 1 to 100
 */
public record TermQuery(
        String text,
        @Nullable String language,
        @Nullable String targetSystem,
        @Nullable String category,
        int count) {
    public static final int MAX_COUNT = 100;

    public TermQuery {
        if (count < 1) {
            throw new IllegalArgumentException("At least one concept is asked for");
        }
        count = Math.min(count, MAX_COUNT);
        targetSystem = targetSystem == null ? null : SystemUri.resolve(targetSystem);
    }

    public static TermQuery of(String text, int count) {
        return new TermQuery(text, null, null, null, count);
    }

    public TermQuery in(@Nullable String newLanguage) {
        return new TermQuery(text, newLanguage, targetSystem, category, count);
    }

    public TermQuery towards(@Nullable String newTarget) {
        return new TermQuery(text, language, newTarget, category, count);
    }
}
