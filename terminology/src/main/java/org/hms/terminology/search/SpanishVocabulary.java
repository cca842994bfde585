package org.hms.terminology.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hms.terminology.language.Orthography;
import org.hms.terminology.language.PhoneticKey;
import org.hms.terminology.language.Sentence;
import org.hms.terminology.language.SpanishFolding;
import org.hms.terminology.language.SpanishRoots;
import org.hms.terminology.language.Stem;
import org.hms.terminology.language.Word;

/**
 * The Spanish words of all labels and paraphrases, by their sound: who writes kabesa, asides or serrado means cabeza, acidez
 * and cerrado, in whatever phrase. Only words that are nothing else are read so.
 */
final class SpanishVocabulary {
    private static final double SOUNDS = 0.95;
    private static final double A_LETTER_OFF = 0.9;
    private static final int SHORTEST = 4;
    private static final int SHORTEST_WITH_A_SLIP = 6;

    private final Jopara jopara = new Jopara();
    private final Set<String> words = new LinkedHashSet<>();
    private final Map<Integer, List<String>> byLength = new HashMap<>();
    private final Set<String> roots = new HashSet<>();
    private final Map<String, Set<String>> bySound = new HashMap<>();

    SpanishVocabulary(Collection<IndexedTerm> terms, Stream<String> further) {
        var labels = terms.stream()
                .filter(IndexedTerm::isSpanish)
                .flatMap(term ->
                        Stream.of(Orthography.strict(term.designation().text()).split("[^\\p{L}]+")))
                .map(SpanishFolding::fold);
        Stream.concat(labels, further).filter(word -> word.length() >= SHORTEST).forEach(this::add);
    }

    private void add(String word) {
        if (words.add(word)) {
            byLength.computeIfAbsent(word.length(), _ -> new ArrayList<>()).add(word);
        }
        roots.add(SpanishRoots.root(word));
        bySound.computeIfAbsent(PhoneticKey.of(word), _ -> new LinkedHashSet<>())
                .add(word);
    }

    /** The sentence with the Spanish words that strange ones are made of, or sound like, among their stems. */
    Sentence respelt(Sentence sentence, TermIndex index) {
        return new Sentence(sentence.words().stream()
                .map(word -> isGuaraniOfSpanish(word, index)
                        ? jopara.read(word, this::isSpanish)
                                .map(stem -> with(word, List.of(stem)))
                                .orElse(word)
                        : word)
                .map(word -> isStrange(word, index) ? respelt(word) : word)
                .toList());
    }

    private boolean isGuaraniOfSpanish(Word word, TermIndex index) {
        return word.telling() && !words.contains(word.folded()) && !index.knows(word.folded());
    }

    private boolean isSpanish(String word) {
        var root = SpanishRoots.root(word);
        return words.contains(word) || root.length() >= SHORTEST && roots.contains(root);
    }

    private boolean isStrange(Word word, TermIndex index) {
        return word.telling()
                && word.folded().length() >= SHORTEST
                && !words.contains(word.folded())
                && !roots.contains(word.root())
                && !index.knows(word.folded())
                && word.stems().stream().noneMatch(stem -> index.knows(stem.form()));
    }

    private Word respelt(Word word) {
        var stems = new ArrayList<Stem>();
        bySound.getOrDefault(PhoneticKey.of(word.folded()), Set.of())
                .forEach(meant -> stems.add(new Stem(meant, "", SOUNDS)));
        if (stems.isEmpty() && word.folded().length() >= SHORTEST_WITH_A_SLIP) {
            var length = word.folded().length();
            IntStream.rangeClosed(length - 1, length + 1)
                    .mapToObj(alike -> byLength.getOrDefault(alike, List.of()))
                    .flatMap(List::stream)
                    .filter(meant -> EditDistance.between(word.folded(), meant) == 1)
                    .forEach(meant -> stems.add(new Stem(meant, "", A_LETTER_OFF)));
        }
        return stems.isEmpty() ? word : with(word, stems);
    }

    private static Word with(Word word, List<Stem> spanish) {
        var root = SpanishRoots.root(spanish.getFirst().form());
        var stems = new ArrayList<>(spanish);
        stems.addAll(word.stems());
        return new Word(
                word.position(), word.strict(), word.folded(), stems, root, true, word.negative(), word.denied());
    }
}
