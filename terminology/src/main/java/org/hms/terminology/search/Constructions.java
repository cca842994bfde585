package org.hms.terminology.search;

import java.util.HashMap;
import java.util.Map;
import org.hms.terminology.language.FrameWords;
import org.hms.terminology.language.Sentence;
import org.hms.terminology.language.Word;

/**
 * A part of the body and what is said of it, wherever the two stand in the sentence: {@code hasy che akã},
 * {@code che akã hasy}, {@code me duele la cabeza}, {@code pies hinchados}, {@code ojere che py'a}.
 */
final class Constructions {
    private static final int WINDOW = 4;
    private static final double CONSTRUCTION = 0.96;
    private static final double FURTHER = 0.01;
    private static final double ROOT = 0.95;
    private static final double BEGINNING = 0.9;
    private static final double SOUND = 0.93;
    /** A word that begins with a part's name and goes on may be a compound of it: apysakua, the ear's hole. */
    private static final double COMPOUND_PART = 0.88;

    /** A stem that the lexicon has after a part of the body is no chance find, however short. */
    private static final double LEAST_ENDING = 0.93;

    /** Pain as it follows some parts, without the sound that its relational forms begin with: titi asy. */
    private static final String BARE_PAIN = "asy";

    private static final double LONG_PART = 0.6;
    private static final int SHORTEST_PART = 3;
    /** A word of two letters before a part of the body makes another word with it by chance: tũ ipýpe is no pytu. */
    private static final int SHORTEST_PREDICATE = 3;

    private final TermIndex index;
    private final Sentence sentence;
    private final SpanKeys keys;

    Constructions(TermIndex index, Sentence sentence, SpanKeys keys) {
        this.index = index;
        this.sentence = sentence;
        this.keys = keys;
    }

    void add() {
        for (var word : sentence.words()) {
            var parts = word.telling() ? parts(word) : Map.<String, Double>of();
            if (!parts.isEmpty()) {
                var from = Math.max(0, word.position() - WINDOW);
                var to = Math.min(sentence.words().size(), word.position() + WINDOW + 1);
                for (var predicate : sentence.words().subList(from, to)) {
                    if (predicate.position() != word.position()) {
                        add(word, parts, predicate);
                    }
                }
            }
        }
    }

    private void add(Word part, Map<String, Double> parts, Word predicate) {
        var follows = predicate.position() == part.position() + 1;
        if (predicate.folded().length() < SHORTEST_PREDICATE && !follows) {
            return;
        }
        var said = predicates(predicate);
        var bits = SpanKeys.bit(part) | SpanKeys.bit(predicate);
        var near = 1 - FURTHER * (Math.abs(part.position() - predicate.position()) - 1);
        parts.forEach((name, partTrust) -> said.forEach((ending, trust) -> {
            var key = name + ending;
            if (!index.fields().withCompact(key).isEmpty()) {
                keys.add(new SpanKey(key, "", bits, MatchKind.COMPOUND, CONSTRUCTION * partTrust * trust * near));
            }
        }));
    }

    private Map<String, Double> parts(Word word) {
        var body = index.bodyWords();
        var parts = new HashMap<String, Double>();
        put(parts, body.parts(word.folded()), 1);
        // Retyma is the leg, and not urine with an ending.
        if (!parts.isEmpty() || index.knows(word.folded())) {
            return parts;
        }
        word.stems().forEach(stem -> put(parts, body.parts(stem.form()), stem.trust()));
        put(parts, body.parts(IndexedTerm.spanish(word.root())), ROOT);
        if (parts.isEmpty() && word.position() == sentence.words().size() - 1) {
            put(parts, body.partsBegunBy(word.folded()), BEGINNING);
        }
        if (parts.isEmpty()) {
            putBeginning(parts, word.folded());
            word.stems().forEach(stem -> putBeginning(parts, stem.form()));
        }
        if (parts.isEmpty()) {
            put(parts, body.partsSounding(word.folded()), SOUND);
        }
        return parts;
    }

    private void putBeginning(Map<String, Double> parts, String folded) {
        for (var length = folded.length() - 1; length >= SHORTEST_PART; length--) {
            var found = index.bodyWords().parts(folded.substring(0, length));
            if (!found.isEmpty() && length >= LONG_PART * folded.length()) {
                put(parts, found, COMPOUND_PART);
                return;
            }
        }
    }

    private Map<String, Double> predicates(Word word) {
        var said = new HashMap<String, Double>();
        var isSpanishPain = FrameWords.isSpanishPain(word.folded());
        if (!word.telling() && !isSpanishPain) {
            return said;
        }
        var body = index.bodyWords();
        if (body.isEnding(word.folded())) {
            said.put(word.folded(), 1.0);
        }
        for (var stem : word.stems()) {
            if (body.isEnding(stem.form())) {
                said.merge(stem.form(), Math.max(stem.trust(), LEAST_ENDING), Math::max);
            }
        }
        if (isPain(word) && body.isEnding(BARE_PAIN)) {
            said.put(BARE_PAIN, 1.0);
        }
        put(said, body.predicates(isSpanishPain ? "dolor" : word.folded()), 1);
        put(said, body.predicates(IndexedTerm.spanish(word.root())), ROOT);
        return said;
    }

    private static boolean isPain(Word word) {
        return FrameWords.isPain(word.folded())
                || word.stems().stream().anyMatch(stem -> FrameWords.isPain(stem.form()));
    }

    private static void put(Map<String, Double> table, Iterable<String> forms, double trust) {
        forms.forEach(form -> table.merge(form, trust, Math::max));
    }
}
