package org.hms.terminology.compile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hms.terminology.content.ContentDesignation;
import org.hms.terminology.language.SpanishFolding;
import org.roaringbitmap.RoaringBitmap;

/** Finds concepts by the beginnings of the words of their texts; made for systems of the size in which resources are sent. */
final class TextSearch {
    private static final int MAX_WORDS = 12;
    private static final int MAX_LETTERS = 200;

    private record Entry(String code, List<String> texts) {}

    private record Hit(int ordinal, int length) {}

    private final List<Entry> entries;

    TextSearch(List<DefinedConcept> concepts) {
        entries = concepts.stream()
                .map(concept -> new Entry(
                        concept.code().toLowerCase(Locale.ROOT),
                        Stream.concat(
                                        Stream.ofNullable(concept.display()),
                                        concept.designations().stream().map(ContentDesignation::text))
                                .map(TextSearch::folded)
                                .toList()))
                .toList();
    }

    int[] find(String filter, RoaringBitmap among) {
        var beginning = filter.substring(0, Math.min(MAX_LETTERS, filter.length()));
        var words = SpanishFolding.words(beginning).stream().limit(MAX_WORDS).toList();
        var code = beginning.strip().toLowerCase(Locale.ROOT);
        var hits = new ArrayList<Hit>();
        for (var ordinal : among) {
            var entry = entries.get(ordinal);
            if (!code.isEmpty() && entry.code().startsWith(code)) {
                hits.add(new Hit(ordinal, 0));
            } else if (!words.isEmpty()) {
                entry.texts().stream()
                        .filter(text -> words.stream().allMatch(word -> text.contains(" " + word)))
                        .mapToInt(String::length)
                        .min()
                        .ifPresent(length -> hits.add(new Hit(ordinal, length)));
            }
        }
        hits.sort(Comparator.comparingInt(Hit::length).thenComparingInt(Hit::ordinal));
        return hits.stream().mapToInt(Hit::ordinal).toArray();
    }

    private static String folded(String text) {
        return " " + String.join(" ", SpanishFolding.words(text));
    }
}
