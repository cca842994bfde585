package org.hms.terminology.search;

import java.util.Set;
import org.hms.terminology.language.Sentence;

/**
 * What the lexicon shows in the third person is a verb: kái and okái stand for one concept, so akái and rekái are surely its
 * other persons, and no chance likeness.
 */
final class Verbs {
    private static final Set<String> PERSONS = Set.of("a", "re", "o", "ja", "na", "ro", "pe", "e");
    private static final double CONJUGATED = 0.985;

    private final TermIndex index;
    private final Sentence sentence;

    Verbs(TermIndex index, Sentence sentence) {
        this.index = index;
        this.sentence = sentence;
    }

    /** How far the stem stands for the word it was taken from. */
    double trust(SpanKey key, IndexedTerm term) {
        if (Long.bitCount(key.words()) != 1) {
            return key.quality();
        }
        var word = sentence.words().get(Long.numberOfTrailingZeros(key.words())).folded();
        var before = word.length() - key.key().length();
        var isPerson = before > 0 && word.endsWith(key.key()) && PERSONS.contains(word.substring(0, before));
        return isPerson && isVerb(term) ? CONJUGATED : key.quality();
    }

    private boolean isVerb(IndexedTerm term) {
        return index.fields().withCompact("o" + term.compact()).stream()
                .anyMatch(third -> third.headId().equals(term.headId()));
    }
}
