package org.hms.matching.score;

import java.util.List;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.normalise.Hypocoristics;
import org.hms.matching.normalise.Words;

/** Given names, compound ones as a whole and word by word. */
public final class GivenNameComparison implements Comparison {
    public static final String NAME = "given-name";

    /** SUBSET: "María" within "María Elena". ONE_SHARED: "María José" and "María Elena". */
    enum Level {
        EXACT,
        UNACCENTED,
        HYPOCORISTIC,
        SUBSET,
        CLOSE,
        SAME_SOUND,
        ONE_SHARED,
        ELSE
    }

    private final Levels levels;
    private final TermFrequencies frequencies;

    GivenNameComparison(List<ComparisonLevel> levels, TermFrequencies frequencies) {
        this.levels = new Levels(NAME, levels);
        this.frequencies = frequencies;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<ComparisonLevel> levels() {
        return levels.all();
    }

    /** A person with several names is compared by the two that agree best. */
    @Override
    public Evidence compare(ComparablePerson left, ComparablePerson right) {
        var best = levels.missing();
        for (int i = 0; i < left.names().size(); i++) {
            for (int j = 0; j < right.names().size(); j++) {
                var a = left.names().get(i).given();
                var b = right.names().get(j).given();
                if (!a.isEmpty() && !b.isEmpty()) {
                    var evidence = compare(a, b);
                    best = !best.speaks() || evidence.weight() > best.weight() ? evidence : best;
                }
            }
        }
        return best;
    }

    private Evidence compare(Words a, Words b) {
        var level = level(a, b);
        // Of two names written differently the more common is what they share: María, of María and María Elena.
        return switch (level) {
            case EXACT, UNACCENTED, SUBSET, CLOSE, SAME_SOUND ->
                levels.at(
                        level,
                        Math.min(
                                frequencies.bits(a.joined().plain()),
                                frequencies.bits(b.joined().plain())));
            case HYPOCORISTIC, ONE_SHARED, ELSE -> levels.at(level);
        };
    }

    static Level level(Words a, Words b) {
        var left = a.joined();
        var right = b.joined();
        if (left.plain().equals(right.plain())) {
            return left.exact().equals(right.exact()) ? Level.EXACT : Level.UNACCENTED;
        }
        if (Hypocoristics.shipped().relate(a, b)) {
            return Level.HYPOCORISTIC;
        }
        if (a.within(b) || b.within(a)) {
            return Level.SUBSET;
        }
        if (!bothCompound(a, b) && Likeness.close(left.plain(), right.plain())) {
            return Level.CLOSE;
        }
        if (left.sound().equals(right.sound())) {
            return Level.SAME_SOUND;
        }
        return wordByWord(a, b);
    }

    /** Jaro–Winkler flatters what begins alike, so "María Elena" and "María Elisa" are compared word by word. */
    private static Level wordByWord(Words a, Words b) {
        boolean firstClose = Likeness.close(a.first().plain(), b.first().plain());
        var secondA = a.second();
        var secondB = b.second();
        if (secondA == null || secondB == null) {
            return firstClose ? Level.CLOSE : sharesOne(a, b) ? Level.ONE_SHARED : Level.ELSE;
        }
        boolean secondClose = Likeness.close(secondA.plain(), secondB.plain());
        if (firstClose && secondClose) {
            return Level.CLOSE;
        }
        return firstClose || secondClose || sharesOne(a, b) ? Level.ONE_SHARED : Level.ELSE;
    }

    private static boolean bothCompound(Words a, Words b) {
        return a.second() != null && b.second() != null;
    }

    private static boolean sharesOne(Words a, Words b) {
        for (int i = 0; i < a.each().size(); i++) {
            if (b.has(a.each().get(i).plain())) {
                return true;
            }
        }
        return false;
    }
}
