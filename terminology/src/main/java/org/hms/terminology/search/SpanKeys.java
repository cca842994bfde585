package org.hms.terminology.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hms.terminology.language.FrameWords;
import org.hms.terminology.language.Sentence;
import org.hms.terminology.language.Word;

/**
 * The strings under which the parts of a sentence may stand in the lexicon: each run of one to four words written
 * together, each word's stems, and a part of the body joined with what is said of it, wherever that stands.
 */
final class SpanKeys {
    private static final int LONGEST_RUN = 5;
    private static final int ALTERNATIVES_IN_RUN = 8;
    private static final int WINDOW = 4;
    private static final double INFLECTED = 0.95;
    private static final double STUMP = 0.7;
    private static final double INFLECTED_RUN = 0.93;
    private static final double CONSTRUCTION = 0.96;
    private static final List<String> PAIN_ENDINGS = List.of("rasy", "hasy", "tasy");

    private final Map<String, SpanKey> keys = new LinkedHashMap<>();

    private SpanKeys() {}

    static Collection<SpanKey> of(Sentence sentence) {
        var spans = new SpanKeys();
        spans.addRuns(sentence.words());
        spans.addRuns(sentence.telling());
        spans.addConstructions(sentence.words());
        return List.copyOf(spans.keys.values());
    }

    static long bit(Word word) {
        return 1L << word.position();
    }

    private void addRuns(List<Word> words) {
        for (var from = 0; from < words.size(); from++) {
            var end = Math.min(words.size(), from + LONGEST_RUN);
            for (var to = from + 1; to <= end; to++) {
                addRun(words.subList(from, to));
            }
        }
    }

    private void addRun(List<Word> run) {
        var folded = new StringBuilder();
        var strict = new StringBuilder();
        var bits = 0L;
        for (var word : run) {
            folded.append(word.folded());
            strict.append(word.strict());
            bits |= bit(word);
        }
        add(new SpanKey(folded.toString(), strict.toString(), bits, MatchKind.EXACT, 1));
        if (run.size() == 1) {
            addStems(run.getFirst());
        } else if (run.size() <= 3) {
            addInflectedRun(run, bits);
        }
    }

    private void addStems(Word word) {
        for (var stem : word.stems()) {
            add(new SpanKey(stem, "", bit(word), MatchKind.INFLECTED, stemQuality(word, stem)));
        }
    }

    /** The more was taken off and the less is left, the less the stem stands for the word. */
    static double stemQuality(Word word, String stem) {
        var removed = Math.max(0, word.folded().length() - stem.length());
        var kept = 1 - (double) removed / word.folded().length();
        var isStump = stem.length() <= 3 && removed >= 3 || stem.length() == 4 && removed >= 5;
        return INFLECTED * (0.82 + 0.18 * kept) * (isStump ? STUMP : 1);
    }

    /** The first and the last word may be inflected; what stands between is taken as it is. */
    private void addInflectedRun(List<Word> run, long bits) {
        var middle = new StringBuilder();
        run.subList(1, run.size() - 1).forEach(word -> middle.append(word.folded()));
        for (var first : alternatives(run.getFirst())) {
            for (var last : alternatives(run.getLast())) {
                add(new SpanKey(first + middle + last, "", bits, MatchKind.INFLECTED, INFLECTED_RUN));
            }
        }
    }

    /** {@code hasy che akã}, {@code che akã hasy}, {@code me duele la cabeza}, {@code dolor en el pecho}. */
    private void addConstructions(List<Word> words) {
        for (var predicate : words) {
            var from = Math.max(0, predicate.position() - WINDOW);
            var to = Math.min(words.size(), predicate.position() + WINDOW + 1);
            for (var part : words.subList(from, to)) {
                if (part.position() == predicate.position() || !part.telling()) {
                    continue;
                }
                addConstruction(predicate, part);
            }
        }
    }

    private void addConstruction(Word predicate, Word part) {
        var bits = bit(predicate) | bit(part);
        if (FrameWords.isPain(predicate.folded()) || predicate.stems().stream().anyMatch(FrameWords::isPain)) {
            for (var stem : alternatives(part)) {
                PAIN_ENDINGS.forEach(ending -> addConstruction(stem + ending, bits));
            }
        } else if (FrameWords.isSpanishPain(predicate.folded())) {
            alternatives(part).forEach(stem -> addConstruction("dolorde" + stem, bits));
        } else if (FrameWords.isFinding(predicate.folded())) {
            alternatives(part).forEach(stem -> addConstruction(stem + predicate.folded(), bits));
        }
    }

    private void addConstruction(String key, long bits) {
        add(new SpanKey(key, "", bits, MatchKind.COMPOUND, CONSTRUCTION));
    }

    private static List<String> alternatives(Word word) {
        var alternatives = new ArrayList<String>();
        alternatives.add(word.folded());
        word.stems().stream().limit(ALTERNATIVES_IN_RUN).forEach(alternatives::add);
        return alternatives;
    }

    private void add(SpanKey key) {
        if (key.key().length() > 1) {
            keys.merge(key.key(), key, (known, fresh) -> fresh.isBetterThan(known) ? fresh : known);
        }
    }
}
