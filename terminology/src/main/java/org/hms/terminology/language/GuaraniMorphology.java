package org.hms.terminology.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a Guaraní word may be when person, possessor, intensity, case and number are taken off. It only proposes: every
 * proposal must be confirmed by a word of the lexicon. The privative -ỹ is never taken off because it turns the meaning
 * round; but what a verb's negation says, the privative says as well: ndakéi (does not sleep) is keʼỹ (sleeplessness).
 */
final class GuaraniMorphology {
    private static final int SHORTEST_STEM = 2;
    private static final int LONGEST_WORD = 40;
    private static final int MOST_STEMS = 64;
    private static final double TWICE = 0.97;
    private static final double RELATION = 0.99;
    private static final double PRIVATION = 0.93;
    private static final List<String> NEGATIONS = List.of("nda", "ndo", "nde", "ndi", "na", "no", "ne", "ni");
    private static final List<String> NEGATIVE_ENDINGS = List.of("vei", "iri", "i");
    private static final List<String> VERBAL_PERSONS = List.of("ai", "a", "o", "oi", "re", "ja", "na", "ro", "pe", "i");

    /** A stretch of the word, and what it may be trusted. */
    private record Piece(int from, int to, double trust) {}

    private final Spelling spelling;
    private final Map<String, Stem> stems = new HashMap<>();

    private GuaraniMorphology(Spelling spelling) {
        this.spelling = spelling;
    }

    /** The stems a word may have, the most trusted first; the word itself is not among them. */
    static List<Stem> stems(Spelling spelling, boolean impossible) {
        var length = spelling.folded().length();
        if (length < SHORTEST_STEM + 1 || length > LONGEST_WORD) {
            return List.of();
        }
        return new GuaraniMorphology(spelling).stems(impossible);
    }

    private List<Stem> stems(boolean impossible) {
        var whole = new Piece(0, spelling.folded().length(), 1);
        var pieces = new ArrayList<Piece>();
        pieces.add(whole);
        addWithoutSuffix(whole, pieces);
        var once = pieces.size();
        for (var at = 1; at < once; at++) {
            addWithoutSuffix(pieces.get(at), pieces);
        }
        for (var piece : pieces) {
            add(piece);
            Affixes.PREFIXES.forEach(prefix -> addWithoutPrefix(piece, prefix));
        }
        addPrivatives(impossible);
        stems.remove(spelling.folded());
        return stems.values().stream()
                .sorted(Comparator.comparingDouble((Stem stem) -> -stem.trust()).thenComparing(Stem::form))
                .limit(MOST_STEMS)
                .toList();
    }

    private void addWithoutSuffix(Piece piece, List<Piece> pieces) {
        for (var suffix : Affixes.SUFFIXES) {
            var to = piece.to() - suffix.letters().length();
            if (to - piece.from() >= SHORTEST_STEM && spelling.folded().startsWith(suffix.letters(), to)) {
                var trust = piece.trust() == 1 ? suffix.trust() : piece.trust() * suffix.trust() * TWICE;
                pieces.add(new Piece(piece.from(), to, trust));
            }
        }
    }

    private void addWithoutPrefix(Piece piece, Affixes.Affix prefix) {
        var from = prefix.letters().length();
        if (piece.to() - from >= SHORTEST_STEM && spelling.folded().startsWith(prefix.letters())) {
            var trust = piece.trust() == 1 ? prefix.trust() : piece.trust() * prefix.trust() * TWICE;
            add(new Piece(from, piece.to(), trust));
        }
    }

    private void add(Piece piece) {
        var form = spelling.folded().substring(piece.from(), piece.to());
        var strict = spelling.strict(piece.from(), piece.to());
        var trust = piece.trust() * lengthTrust(form.length());
        put(new Stem(form, strict, trust));
        for (var other : RelationalNouns.otherForms(form)) {
            put(new Stem(other, other.charAt(0) + strict.substring(1), trust * RELATION));
        }
    }

    /** The less is left, the likelier it is left by chance. */
    private double lengthTrust(int length) {
        var removed = spelling.folded().length() - length;
        if (removed == 0) {
            return 1;
        }
        return length == 2 ? 0.91 : length == 3 && removed > 3 ? 0.95 : 1;
    }

    private void addPrivatives(boolean impossible) {
        var folded = spelling.folded();
        for (var ending : NEGATIVE_ENDINGS) {
            for (var negation : NEGATIONS) {
                var to = folded.length() - ending.length();
                if (folded.startsWith(negation) && folded.endsWith(ending) && to - negation.length() >= 2) {
                    addPrivative(negation.length(), to);
                }
            }
        }
        if (impossible) {
            VERBAL_PERSONS.stream()
                    .filter(person -> folded.startsWith(person) && folded.length() - person.length() >= 2)
                    .forEach(person -> addPrivative(person.length(), folded.length()));
        }
    }

    private void addPrivative(int from, int to) {
        var strict = spelling.strict(from, to) + "\u02BC\u1EF9";
        put(new Stem(spelling.folded().substring(from, to) + "y", strict, PRIVATION));
    }

    private void put(Stem stem) {
        stems.merge(stem.form(), stem, (known, fresh) -> fresh.trust() > known.trust() ? fresh : known);
    }
}
