package org.hms.matching.score;

import java.util.List;
import org.hms.matching.normalise.ComparableName;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.normalise.Word;
import org.hms.matching.normalise.Words;
import org.jspecify.annotations.Nullable;

/** The two surnames as an ordered pair: the order may be swapped, the second missing, both collapsed, a husband's added. */
public final class SurnamesComparison implements Comparison {
    public static final String NAME = "surnames";

    /** In the order in which they are asked for; see the model file for what each says. */
    enum Level {
        BOTH,
        BOTH_UNACCENTED,
        SWAPPED,
        COLLAPSED,
        FIRST_EQUAL_SECOND_MISSING,
        FIRST_EQUAL_SECOND_FUZZY,
        SECOND_EQUAL_FIRST_FUZZY,
        BOTH_FUZZY,
        FIRST_FUZZY_SECOND_MISSING,
        ONE_IN_COMMON,
        MARRIED,
        ELSE
    }

    private final Levels levels;
    private final TermFrequencies frequencies;

    SurnamesComparison(List<ComparisonLevel> levels, TermFrequencies frequencies) {
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

    @Override
    public Evidence compare(ComparablePerson left, ComparablePerson right) {
        var best = levels.missing();
        for (int i = 0; i < left.names().size(); i++) {
            for (int j = 0; j < right.names().size(); j++) {
                var evidence = compare(left.names().get(i), right.names().get(j));
                if (evidence.speaks() && (!best.speaks() || evidence.weight() > best.weight())) {
                    best = evidence;
                }
            }
        }
        return best;
    }

    private Evidence compare(ComparableName left, ComparableName right) {
        var a = left.family();
        var b = right.family();
        if (a.isEmpty() || b.isEmpty()) {
            return byMarriage(left, right) ? levels.at(Level.MARRIED) : levels.missing();
        }
        var secondA = a.second();
        var secondB = b.second();
        var evidence = secondA == null || secondB == null
                ? withOneMissing(a, b)
                : pairs(a.first(), secondA, b.first(), secondB);
        if (evidence != null) {
            return evidence;
        }
        if (a.joined().plain().equals(b.joined().plain())) {
            return levels.at(Level.COLLAPSED);
        }
        if (haveOneInCommon(a, b)) {
            return levels.at(Level.ONE_IN_COMMON, rarestInCommon(a, b));
        }
        return levels.at(byMarriage(left, right) ? Level.MARRIED : Level.ELSE);
    }

    private @Nullable Evidence pairs(Word a1, Word a2, Word b1, Word b2) {
        boolean first = same(a1, b1);
        boolean second = same(a2, b2);
        if (first && second) {
            boolean exact = a1.exact().equals(b1.exact()) && a2.exact().equals(b2.exact());
            return levels.at(exact ? Level.BOTH : Level.BOTH_UNACCENTED, bits(a1) + bits(a2));
        }
        if (same(a1, b2) && same(a2, b1)) {
            return levels.at(Level.SWAPPED, bits(a1) + bits(a2));
        }
        if (first && alike(a2, b2)) {
            return levels.at(Level.FIRST_EQUAL_SECOND_FUZZY, bits(a1) + fuzzyBits(a2, b2));
        }
        if (second && alike(a1, b1)) {
            return levels.at(Level.SECOND_EQUAL_FIRST_FUZZY, bits(a2) + fuzzyBits(a1, b1));
        }
        return alike(a1, b1) && alike(a2, b2)
                ? levels.at(Level.BOTH_FUZZY, fuzzyBits(a1, b1) + fuzzyBits(a2, b2))
                : null;
    }

    private @Nullable Evidence withOneMissing(Words a, Words b) {
        if (same(a.first(), b.first())) {
            return levels.at(Level.FIRST_EQUAL_SECOND_MISSING, bits(a.first()));
        }
        boolean collapsed = a.joined().plain().equals(b.joined().plain());
        return !collapsed && !haveOneInCommon(a, b) && alike(a.first(), b.first())
                ? levels.at(Level.FIRST_FUZZY_SECOND_MISSING, fuzzyBits(a.first(), b.first()))
                : null;
    }

    /** A woman entered under her husband's name, alone or beside her own. */
    private static boolean byMarriage(ComparableName left, ComparableName right) {
        var wifeLeft = left.married();
        var wifeRight = right.married();
        return wifeLeft != null && right.family().has(wifeLeft.plain())
                || wifeRight != null && left.family().has(wifeRight.plain())
                || wifeLeft != null && wifeRight != null && same(wifeLeft, wifeRight);
    }

    private static boolean haveOneInCommon(Words a, Words b) {
        for (int i = 0; i < a.each().size(); i++) {
            if (b.has(a.each().get(i).plain())) {
                return true;
            }
        }
        return false;
    }

    /** Of several surnames in common the rarest speaks, whichever side is asked first. */
    private double rarestInCommon(Words a, Words b) {
        double rarest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < a.each().size(); i++) {
            if (b.has(a.each().get(i).plain())) {
                rarest = Math.max(rarest, bits(a.each().get(i)));
            }
        }
        return rarest;
    }

    /** Of two surnames written differently the more common is taken for what was meant. */
    private double fuzzyBits(Word a, Word b) {
        return Math.min(bits(a), bits(b));
    }

    private double bits(Word surname) {
        return frequencies.bits(surname.plain());
    }

    static boolean same(Word a, Word b) {
        return a.plain().equals(b.plain());
    }

    static boolean alike(Word a, Word b) {
        return a.sound().equals(b.sound()) || Likeness.close(a.plain(), b.plain());
    }
}
