package org.hms.terminology.search;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hms.terminology.language.Sentence;
import org.hms.terminology.language.SentenceReader;
import org.hms.terminology.language.SpanishFolding;
import org.hms.terminology.language.SpanishRoots;
import org.hms.terminology.language.Word;

/**
 * What is said in other words than the lexicon has: the clinic's Greek and the village's Spanish, each led to a label of the
 * lexicon. It adds no label and no concept; a phrase whose label a lexicon has not is left out.
 */
final class Paraphrases {
    private static final double SAID = 0.95;
    private static final int REACH = 7;
    /** In the file: any part of the body. */
    private static final String PART = "@";

    /** All words must be said, in any order, close together. */
    private record Paraphrase(List<String> said, String means) {}

    /** Where a word was said, and how far it is that word. */
    private record Place(Word word, double trust) {}

    private final List<Paraphrase> all;
    private final Map<String, List<Paraphrase>> byRarestWord = new HashMap<>();

    private Paraphrases(List<Paraphrase> all) {
        this.all = List.copyOf(all);
        var uses = words().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        for (var paraphrase : all) {
            var rarest = paraphrase.said().stream()
                    .min(Comparator.comparing(uses::get))
                    .orElseThrow();
            byRarestWord.computeIfAbsent(rarest, _ -> new ArrayList<>()).add(paraphrase);
        }
    }

    static Paraphrases read() {
        var file = Objects.requireNonNull(Paraphrases.class.getResourceAsStream("paraphrases.csv"));
        var all = new ArrayList<Paraphrase>();
        try (var rows = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            for (var row : rows) {
                var means = SentenceReader.compact(SentenceReader.read(row.getField("means")));
                all.add(new Paraphrase(words(row.getField("said")), means));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Paraphrases(all);
    }

    /** Those whose label the lexicon has. */
    Paraphrases keep(Predicate<String> isLabel) {
        return new Paraphrases(all.stream()
                .filter(paraphrase -> isLabel.test(paraphrase.means()))
                .toList());
    }

    Set<String> labels() {
        return all.stream().map(Paraphrase::means).collect(Collectors.toUnmodifiableSet());
    }

    /** All words that may be said. */
    Stream<String> words() {
        return all.stream().flatMap(paraphrase -> paraphrase.said().stream());
    }

    /** Adds the labels that the sentence says in other words. */
    void addTo(SpanKeys keys, TermIndex index, Sentence sentence) {
        var places = places(index, sentence);
        for (var place : List.copyOf(places.keySet())) {
            for (var paraphrase : byRarestWord.getOrDefault(place, List.of())) {
                add(paraphrase, places, keys);
            }
        }
    }

    private static Map<String, Place> places(TermIndex index, Sentence sentence) {
        var places = new HashMap<String, Place>();
        for (var word : sentence.words()) {
            places.put(word.folded(), new Place(word, 1));
            places.putIfAbsent(SpanishFolding.stem(word.folded()), new Place(word, 1));
            places.putIfAbsent(IndexedTerm.spanish(word.root()), new Place(word, 1));
        }
        for (var word : sentence.words()) {
            word.stems().forEach(stem -> places.putIfAbsent(stem.form(), new Place(word, stem.trust())));
            index.otherWords().of(word).forEach((plain, trust) -> places.putIfAbsent(plain, new Place(word, trust)));
            if (isPart(index.bodyWords(), word)) {
                places.putIfAbsent(PART, new Place(word, 1));
            }
        }
        return places;
    }

    private static boolean isPart(BodyWords body, Word word) {
        return word.telling()
                && (!body.parts(word.folded()).isEmpty()
                        || !body.parts(IndexedTerm.spanish(word.root())).isEmpty());
    }

    private static void add(Paraphrase paraphrase, Map<String, Place> places, SpanKeys keys) {
        var bits = 0L;
        var first = Integer.MAX_VALUE;
        var last = 0;
        var trust = 1.0;
        for (var said : paraphrase.said()) {
            var place = places.get(said);
            if (place == null) {
                return;
            }
            trust *= place.trust();
            bits |= SpanKeys.bit(place.word());
            first = Math.min(first, place.word().position());
            last = Math.max(last, place.word().position());
        }
        if (last - first < REACH && Long.bitCount(bits) == paraphrase.said().size()) {
            keys.add(new SpanKey(paraphrase.means(), "", bits, MatchKind.SYNONYM, SAID * trust));
        }
    }

    /** A word marked with an asterisk stands for all that share its Spanish root. */
    private static List<String> words(String said) {
        return Arrays.stream(said.split(" "))
                .map(word -> word.endsWith("*")
                        ? IndexedTerm.spanish(SpanishRoots.root(word.substring(0, word.length() - 1)))
                        : SpanishFolding.stem(word))
                .toList();
    }
}
