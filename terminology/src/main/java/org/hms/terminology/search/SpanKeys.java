package org.hms.terminology.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hms.terminology.language.Sentence;
import org.hms.terminology.language.Stem;
import org.hms.terminology.language.Word;

/**
 * The strings under which the parts of a sentence may stand in the lexicon: each run of words written together, and each
 * word's stems.
 */
final class SpanKeys {
    private static final int LONGEST_RUN = 6;
    private static final int LONGEST_INFLECTED_RUN = 3;
    private static final int ALTERNATIVES_IN_RUN = 8;
    private static final double INFLECTED_RUN = 0.985;

    private final Map<String, SpanKey> keys = new LinkedHashMap<>();
    private final int shortest;

    SpanKeys(Sentence sentence) {
        shortest = sentence.words().size() == 1 ? 1 : 2;
        addRuns(sentence.words());
        addRuns(sentence.telling());
        addInflectedRuns(sentence.words());
        addInflectedRuns(sentence.telling());
    }

    static long bit(Word word) {
        return 1L << word.position();
    }

    Collection<SpanKey> all() {
        return keys.values();
    }

    void add(SpanKey key) {
        if (key.key().length() >= shortest) {
            keys.merge(key.key(), key, (known, fresh) -> fresh.isBetterThan(known) ? fresh : known);
        }
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
            for (var stem : run.getFirst().stems()) {
                add(new SpanKey(stem.form(), stem.strict(), bits, MatchKind.INFLECTED, stem.trust()));
            }
        }
    }

    private void addInflectedRuns(List<Word> words) {
        for (var from = 0; from + 1 < words.size(); from++) {
            var isFrame = !words.get(from).telling();
            var end = isFrame ? from : Math.min(words.size(), from + LONGEST_INFLECTED_RUN);
            for (var to = from + 2; to <= end; to++) {
                addInflectedRun(words.subList(from, to));
            }
        }
    }

    /** The first and the last word may be inflected; what stands between is taken as it is. */
    private void addInflectedRun(List<Word> run) {
        var bits = run.stream().mapToLong(SpanKeys::bit).reduce(0, (left, right) -> left | right);
        var middle = new StringBuilder();
        run.subList(1, run.size() - 1).forEach(word -> middle.append(word.folded()));
        for (var first : alternatives(run.getFirst())) {
            for (var last : alternatives(run.getLast())) {
                var trust = INFLECTED_RUN * first.trust() * last.trust();
                add(new SpanKey(first.form() + middle + last.form(), "", bits, MatchKind.INFLECTED, trust));
            }
        }
    }

    private static List<Stem> alternatives(Word word) {
        var alternatives = new ArrayList<Stem>();
        alternatives.add(new Stem(word.folded(), word.strict(), 1));
        word.stems().stream().limit(ALTERNATIVES_IN_RUN).forEach(alternatives::add);
        return alternatives;
    }
}
