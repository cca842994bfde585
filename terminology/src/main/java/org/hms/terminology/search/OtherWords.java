package org.hms.terminology.search;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.hms.terminology.language.SpanishFolding;
import org.hms.terminology.language.Word;

/**
 * The plain Spanish words that a word stands for: those the lexicon gives for a Guaraní word (tuguy: sangre), and those the
 * dictionary gives for an everyday one (pipí: orina). So a label of several Spanish words is found by who says half of them
 * in Guaraní: chiri tuguy reheve, diarrea con sangre. What is a word in both, as mano, is left as it is.
 */
final class OtherWords {
    private static final double STANDS_FOR = 0.96;
    private static final int SHORTEST = 3;
    private static final double LEAST_TRUST = 0.9;

    private final Map<String, Set<String>> plain = new HashMap<>();
    private final Set<String> everyday = new LinkedHashSet<>();

    OtherWords(Collection<IndexedTerm> terms) {
        var spanish = new HashMap<String, Set<String>>();
        var isSpanish = new HashSet<String>();
        for (var term : terms) {
            if (term.isSpanish() && !term.writtenApart()) {
                spanish.computeIfAbsent(term.headId(), _ -> new LinkedHashSet<>())
                        .add(term.compact());
                isSpanish.add(term.compact());
            }
        }
        for (var term : terms) {
            var isGuarani = term.designation().language().equals("gn");
            var isLongEnough = term.compact().length() >= SHORTEST;
            if (isGuarani && !term.writtenApart() && isLongEnough && !isSpanish.contains(term.compact())) {
                plain.computeIfAbsent(term.compact(), _ -> new LinkedHashSet<>())
                        .addAll(spanish.getOrDefault(term.headId(), Set.of()));
            }
        }
        readEveryday();
    }

    private void readEveryday() {
        var file = Objects.requireNonNull(OtherWords.class.getResourceAsStream("everyday-words.csv"));
        try (var rows = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            for (var row : rows) {
                everyday.add(row.getField("said"));
                plain.computeIfAbsent(row.getField("said"), _ -> new LinkedHashSet<>())
                        .add(SpanishFolding.fold(row.getField("means")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The plain words the word stands for, folded, and how surely. */
    Map<String, Double> of(Word word) {
        var found = new HashMap<String, Double>();
        add(found, word.folded(), 1);
        word.stems().stream()
                .filter(stem -> stem.trust() >= LEAST_TRUST && stem.form().length() >= SHORTEST)
                .forEach(stem -> add(found, stem.form(), stem.trust()));
        return found;
    }

    private void add(Map<String, Double> found, String form, double trust) {
        plain.getOrDefault(form, Set.of()).forEach(word -> found.merge(word, STANDS_FOR * trust, Math::max));
    }

    /** The everyday words that are known. */
    Stream<String> everyday() {
        return everyday.stream();
    }
}
