package org.hms.matching.score;

import java.util.List;
import org.hms.matching.normalise.ComparableDate;
import org.hms.matching.normalise.ComparablePerson;

/** The date of birth, known to the day or less. */
public final class BirthDateComparison implements Comparison {
    public static final String NAME = "birth-date";
    private static final int DAYS_OF_A_YEAR = 366;

    /** AS_FAR_AS_KNOWN: equal in what both know, one knowing only the year or month, or writing 1 January for "some day". */
    enum Level {
        EXACT,
        EXACT_FIRST_OF_JANUARY,
        DAY_MONTH_SWAPPED,
        ONE_DIGIT,
        AS_FAR_AS_KNOWN,
        SAME_MONTH_AND_YEAR,
        SAME_YEAR,
        WITHIN_A_YEAR,
        WITHIN_TEN_YEARS,
        ELSE
    }

    private final Levels levels;

    BirthDateComparison(List<ComparisonLevel> levels) {
        this.levels = new Levels(NAME, levels);
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
        var a = left.birthDate();
        var b = right.birthDate();
        return a == null || b == null ? levels.missing() : levels.at(level(a, b));
    }

    static Level level(ComparableDate a, ComparableDate b) {
        boolean full = a.isFull() && b.isFull();
        if (full && a.equals(b)) {
            return a.isFirstOfJanuary() ? Level.EXACT_FIRST_OF_JANUARY : Level.EXACT;
        }
        if (full && a.isSwapOf(b)) {
            return Level.DAY_MONTH_SWAPPED;
        }
        if (a.year() == b.year()) {
            return withinTheYear(a, b, full);
        }
        if (full && oneDigitApart(a.digits(), b.digits())) {
            return Level.ONE_DIGIT;
        }
        if (Math.abs(a.epochDay() - b.epochDay()) <= DAYS_OF_A_YEAR) {
            return Level.WITHIN_A_YEAR;
        }
        return Math.abs(a.year() - b.year()) <= 10 ? Level.WITHIN_TEN_YEARS : Level.ELSE;
    }

    private static Level withinTheYear(ComparableDate a, ComparableDate b, boolean full) {
        if (full && a.isFirstOfJanuary() != b.isFirstOfJanuary()) {
            return Level.AS_FAR_AS_KNOWN;
        }
        if (full && oneDigitApart(a.digits(), b.digits())) {
            return Level.ONE_DIGIT;
        }
        if (!full && (a.month() == 0 || b.month() == 0 || a.month() == b.month())) {
            return Level.AS_FAR_AS_KNOWN;
        }
        return a.month() == b.month() ? Level.SAME_MONTH_AND_YEAR : Level.SAME_YEAR;
    }

    /** One of the eight digits differs, or two neighbours changed places. */
    static boolean oneDigitApart(int a, int b) {
        if (a == b) {
            return false;
        }
        int power = 1;
        int difference = Math.abs(a - b);
        while (difference % (power * 10) == 0) {
            power *= 10;
        }
        // Everything below the lowest differing digit is equal; look at that digit and at its neighbour.
        int restA = a / power;
        int restB = b / power;
        boolean oneDigit = restA / 10 == restB / 10;
        boolean neighboursSwapped =
                restA / 100 == restB / 100 && restA % 10 == restB / 10 % 10 && restB % 10 == restA / 10 % 10;
        return oneDigit || neighboursSwapped;
    }
}
