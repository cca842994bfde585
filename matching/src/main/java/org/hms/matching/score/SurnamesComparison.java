package org.hms.matching.score;

import java.util.List;
import org.hms.matching.normalise.ComparableName;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.normalise.Word;
import org.hms.matching.normalise.Words;
import org.jspecify.annotations.Nullable;

/** The two surnames as an ordered pair: the order may be swapped, the second missing, both collapsed, a husband's added. */
public final class SurnamesComparison extends Comparison<ComparableName> {
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

    static final int ELSE = Level.ELSE.ordinal();
    private static final Level[] LEVELS = Level.values();

    private final TermFrequencies frequencies;

    SurnamesComparison(LevelList levels, TermFrequencies frequencies) {
        super(NAME, levels);
        this.frequencies = frequencies;
    }

    @Override
    public List<ComparableName> values(ComparablePerson person) {
        return person.names();
    }

    @Override
    public int level(ComparableName a, ComparableName b) {
        var level = levelOf(a, b);
        return level == null ? SILENT : level.ordinal();
    }

    @Override
    public QuickLevels quick(List<ComparableName> values) {
        return QuickSurnames.of(values);
    }

    @Override
    public double mostRarity() {
        return 2 * frequencies.mostBits();
    }

    @Override
    public boolean isRareAmongRelatives() {
        return false;
    }

    /** Null where a surname is missing and no marriage tells of it. */
    static @Nullable Level levelOf(ComparableName left, ComparableName right) {
        var a = left.family();
        var b = right.family();
        if (a.isEmpty() || b.isEmpty()) {
            return byMarriage(left, right) ? Level.MARRIED : null;
        }
        var secondA = a.second();
        var secondB = b.second();
        var level = secondA == null || secondB == null
                ? withOneMissing(a, b)
                : pairs(a.first(), secondA, b.first(), secondB);
        if (level != null) {
            return level;
        }
        if (a.joined().plain().equals(b.joined().plain())) {
            return Level.COLLAPSED;
        }
        if (haveOneInCommon(a, b)) {
            return Level.ONE_IN_COMMON;
        }
        return byMarriage(left, right) ? Level.MARRIED : Level.ELSE;
    }

    private static @Nullable Level pairs(Word a1, Word a2, Word b1, Word b2) {
        boolean first = same(a1, b1);
        boolean second = same(a2, b2);
        if (first && second) {
            boolean exact = a1.exact().equals(b1.exact()) && a2.exact().equals(b2.exact());
            return exact ? Level.BOTH : Level.BOTH_UNACCENTED;
        }
        if (same(a1, b2) && same(a2, b1)) {
            return Level.SWAPPED;
        }
        if (first && alike(a2, b2)) {
            return Level.FIRST_EQUAL_SECOND_FUZZY;
        }
        if (second && alike(a1, b1)) {
            return Level.SECOND_EQUAL_FIRST_FUZZY;
        }
        return alike(a1, b1) && alike(a2, b2) ? Level.BOTH_FUZZY : null;
    }

    private static @Nullable Level withOneMissing(Words a, Words b) {
        if (same(a.first(), b.first())) {
            return Level.FIRST_EQUAL_SECOND_MISSING;
        }
        boolean collapsed = a.joined().plain().equals(b.joined().plain());
        return !collapsed && !haveOneInCommon(a, b) && alike(a.first(), b.first())
                ? Level.FIRST_FUZZY_SECOND_MISSING
                : null;
    }

    @Override
    public double rarity(int level, ComparableName left, ComparableName right) {
        var a = left.family();
        var b = right.family();
        return switch (LEVELS[level]) {
            case BOTH, BOTH_UNACCENTED, SWAPPED -> bits(a.first()) + bits(second(a));
            case FIRST_EQUAL_SECOND_FUZZY -> bits(a.first()) + fuzzyBits(second(a), second(b));
            case SECOND_EQUAL_FIRST_FUZZY -> bits(second(a)) + fuzzyBits(a.first(), b.first());
            case BOTH_FUZZY -> fuzzyBits(a.first(), b.first()) + fuzzyBits(second(a), second(b));
            case FIRST_EQUAL_SECOND_MISSING -> bits(a.first());
            case FIRST_FUZZY_SECOND_MISSING -> fuzzyBits(a.first(), b.first());
            case ONE_IN_COMMON -> rarestInCommon(a, b);
            case COLLAPSED, MARRIED, ELSE -> 0;
        };
    }

    private static Word second(Words surnames) {
        return surnames.each().get(1);
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
