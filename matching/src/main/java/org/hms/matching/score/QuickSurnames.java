package org.hms.matching.score;

import java.util.List;
import org.hms.matching.normalise.ComparableName;
import org.hms.matching.normalise.Word;
import org.hms.matching.score.SurnamesComparison.Level;

/** The levels of ordinary surnames, those of one or two words, by the numbers of their words. */
final class QuickSurnames implements QuickLevels {
    private static final int WIDTH = 8;
    private static final int FIRST = 0;
    private static final int SECOND = 1;
    private static final int FIRST_SOUND = 2;
    private static final int SECOND_SOUND = 3;
    private static final int FIRST_SHAPE = 4;
    private static final int SECOND_SHAPE = 5;
    private static final int JOINED = 6;
    /** 0 where the name is out of the ordinary, else one more than the number of the husband's name. */
    private static final int MARRIED = 7;

    private final int[] codes;
    private final WordNumbers words;

    private QuickSurnames(int[] codes, WordNumbers words) {
        this.codes = codes;
        this.words = words;
    }

    static QuickLevels of(List<ComparableName> values) {
        var codes = new int[values.size() * WIDTH];
        var words = new WordNumbers();
        for (int i = 0; i < values.size(); i++) {
            write(values.get(i), codes, i * WIDTH, words);
        }
        return new QuickSurnames(codes, words);
    }

    private static void write(ComparableName name, int[] codes, int at, WordNumbers words) {
        var family = name.family();
        int count = family.each().size();
        if (count == 0 || count > 2) {
            return;
        }
        var married = name.married();
        codes[at + MARRIED] = married == null ? 1 : 1 + words.number(married.plain());
        codes[at + JOINED] = words.number(family.joined().plain());
        write(family.first(), codes, at, words);
        var second = family.second();
        if (second != null) {
            write(second, codes, at + 1, words);
        }
    }

    private static void write(Word word, int[] codes, int at, WordNumbers words) {
        codes[at + FIRST] = words.number(word.plain());
        codes[at + FIRST_SOUND] = words.number(word.sound());
        codes[at + FIRST_SHAPE] = Shape.of(word.plain());
    }

    @Override
    public int level(int left, int right) {
        int a = left * WIDTH;
        int b = right * WIDTH;
        if (codes[a + MARRIED] == 0 || codes[b + MARRIED] == 0) {
            return UNKNOWN;
        }
        int a2 = codes[a + SECOND];
        int b2 = codes[b + SECOND];
        if (a2 == 0 || b2 == 0) {
            return withOneMissing(a, b);
        }
        boolean first = codes[a] == codes[b];
        boolean second = a2 == b2;
        if (first && second) {
            // Written exactly alike they would be one value, but for a husband's name.
            return codes[a + MARRIED] == 1 && codes[b + MARRIED] == 1 ? Level.BOTH_UNACCENTED.ordinal() : UNKNOWN;
        }
        if (codes[a] == b2 && a2 == codes[b]) {
            return Level.SWAPPED.ordinal();
        }
        if (first || second) {
            return oneEqual(a, b, first);
        }
        return alike(a, b) && alike(a + 1, b + 1) ? Level.BOTH_FUZZY.ordinal() : rest(a, b);
    }

    private int oneEqual(int a, int b, boolean first) {
        int other = first ? 1 : 0;
        if (alike(a + other, b + other)) {
            return (first ? Level.FIRST_EQUAL_SECOND_FUZZY : Level.SECOND_EQUAL_FIRST_FUZZY).ordinal();
        }
        return rest(a, b);
    }

    private int withOneMissing(int a, int b) {
        if (codes[a] == codes[b]) {
            return Level.FIRST_EQUAL_SECOND_MISSING.ordinal();
        }
        boolean other = codes[a + JOINED] == codes[b + JOINED] || haveOneInCommon(a, b);
        return !other && alike(a, b) ? Level.FIRST_FUZZY_SECOND_MISSING.ordinal() : rest(a, b);
    }

    private int rest(int a, int b) {
        if (codes[a + JOINED] == codes[b + JOINED]) {
            return Level.COLLAPSED.ordinal();
        }
        if (haveOneInCommon(a, b)) {
            return Level.ONE_IN_COMMON.ordinal();
        }
        return (byMarriage(a, b) ? Level.MARRIED : Level.ELSE).ordinal();
    }

    private boolean byMarriage(int a, int b) {
        int wifeA = codes[a + MARRIED] - 1;
        int wifeB = codes[b + MARRIED] - 1;
        return wifeA != 0 && (wifeA == codes[b] || wifeA == codes[b + SECOND] || wifeA == wifeB)
                || wifeB != 0 && (wifeB == codes[a] || wifeB == codes[a + SECOND]);
    }

    private boolean haveOneInCommon(int a, int b) {
        int a2 = codes[a + SECOND];
        return codes[a] == codes[b]
                || codes[a] == codes[b + SECOND]
                || a2 != 0 && (a2 == codes[b] || a2 == codes[b + SECOND]);
    }

    private boolean alike(int a, int b) {
        return codes[a + FIRST_SOUND] == codes[b + FIRST_SOUND]
                || Shape.mayBeClose(codes[a + FIRST_SHAPE], codes[b + FIRST_SHAPE]) && words.close(codes[a], codes[b]);
    }
}
