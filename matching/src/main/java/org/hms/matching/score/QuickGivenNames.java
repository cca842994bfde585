package org.hms.matching.score;

import java.util.List;
import org.hms.matching.normalise.Hypocoristics;
import org.hms.matching.normalise.Words;
import org.hms.matching.score.GivenNameComparison.Level;

/** The levels of ordinary given names, one or two words without initials, by the numbers of their words. */
final class QuickGivenNames implements QuickLevels {
    private static final int WIDTH = 8;
    private static final int FIRST = 0;
    private static final int SECOND = 1;
    private static final int FIRST_SHAPE = 2;
    private static final int SECOND_SHAPE = 3;
    private static final int JOINED = 4;
    private static final int JOINED_SHAPE = 5;
    private static final int SOUND = 6;
    private static final int KIND = 7;
    /** More than two words, an initial, or nothing at all. */
    private static final int UNUSUAL = 1;

    private static final int PET_NAME = 2;
    /** Some pet name stands for it. */
    private static final int FORMAL = 4;

    private final int[] codes;
    private final WordNumbers words;

    private QuickGivenNames(int[] codes, WordNumbers words) {
        this.codes = codes;
        this.words = words;
    }

    static QuickGivenNames of(List<Words> values) {
        var codes = new int[values.size() * WIDTH];
        var words = new WordNumbers();
        for (int i = 0; i < values.size(); i++) {
            write(values.get(i), codes, i * WIDTH, words);
        }
        return new QuickGivenNames(codes, words);
    }

    private static void write(Words given, int[] codes, int at, WordNumbers words) {
        int count = given.each().size();
        boolean initial = given.each().stream().anyMatch(word -> word.plain().length() <= 1);
        if (initial || count == 0 || count > 2) {
            codes[at + KIND] = UNUSUAL;
            return;
        }
        codes[at + KIND] = kind(given);
        codes[at + FIRST] = words.number(given.first().plain());
        codes[at + FIRST_SHAPE] = Shape.of(given.first().plain());
        codes[at + JOINED] = words.number(given.joined().plain());
        codes[at + JOINED_SHAPE] = Shape.of(given.joined().plain());
        codes[at + SOUND] = words.number(given.joined().sound());
        var second = given.second();
        if (second != null) {
            codes[at + SECOND] = words.number(second.plain());
            codes[at + SECOND_SHAPE] = Shape.of(second.plain());
        }
    }

    private static int kind(Words words) {
        var known = Hypocoristics.shipped();
        boolean pet = !known.formalsOf(words.first().plain()).isEmpty();
        boolean formal = known.isFormal(words.first().plain())
                || known.isFormal(words.joined().plain());
        return (pet ? PET_NAME : 0) | (formal ? FORMAL : 0);
    }

    @Override
    public int level(int left, int right) {
        int a = left * WIDTH;
        int b = right * WIDTH;
        int kindA = codes[a + KIND];
        int kindB = codes[b + KIND];
        if (((kindA | kindB) & UNUSUAL) != 0) {
            return UNKNOWN;
        }
        if (codes[a + JOINED] == codes[b + JOINED]) {
            // Two values of one division differ in accents; of two divisions, "Ana María" and "Anamaría", they may
            // differ in none.
            return codes[a + FIRST] == codes[b + FIRST] ? Level.UNACCENTED.ordinal() : UNKNOWN;
        }
        if ((kindA & PET_NAME) != 0 && kindB != 0 || (kindB & PET_NAME) != 0 && kindA != 0) {
            return UNKNOWN;
        }
        return codes[a + SECOND] != 0 && codes[b + SECOND] != 0 ? bothCompound(a, b) : oneSingle(a, b);
    }

    private int oneSingle(int a, int b) {
        if (codes[a] == codes[b] || codes[a] == codes[b + SECOND] || codes[a + SECOND] == codes[b]) {
            return Level.SUBSET.ordinal();
        }
        if (close(a, b, JOINED, JOINED_SHAPE)) {
            return Level.CLOSE.ordinal();
        }
        if (codes[a + SOUND] == codes[b + SOUND]) {
            return Level.SAME_SOUND.ordinal();
        }
        return (close(a, b, FIRST, FIRST_SHAPE) ? Level.CLOSE : Level.ELSE).ordinal();
    }

    private boolean close(int a, int b, int word, int shape) {
        return codes[a + word] == codes[b + word]
                || Shape.mayBeClose(codes[a + shape], codes[b + shape])
                        && words.close(codes[a + word], codes[b + word]);
    }

    private int bothCompound(int a, int b) {
        boolean first = codes[a] == codes[b];
        boolean second = codes[a + SECOND] == codes[b + SECOND];
        boolean crossed = codes[a] == codes[b + SECOND] && codes[a + SECOND] == codes[b];
        // The same words in another order, or one word twice: "Juan Juan" and "Juan Carlos".
        boolean within = crossed
                || codes[a] == codes[a + SECOND] && (first || second)
                || codes[b] == codes[b + SECOND] && (first || second);
        if (within) {
            return Level.SUBSET.ordinal();
        }
        if (codes[a + SOUND] == codes[b + SOUND]) {
            return Level.SAME_SOUND.ordinal();
        }
        boolean firstClose = close(a, b, FIRST, FIRST_SHAPE);
        boolean secondClose = close(a, b, SECOND, SECOND_SHAPE);
        if (firstClose && secondClose) {
            return Level.CLOSE.ordinal();
        }
        boolean shared = firstClose || secondClose || codes[a] == codes[b + SECOND] || codes[a + SECOND] == codes[b];
        return (shared ? Level.ONE_SHARED : Level.ELSE).ordinal();
    }
}
