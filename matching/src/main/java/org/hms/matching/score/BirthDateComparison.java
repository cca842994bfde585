package org.hms.matching.score;

import java.util.List;
import org.hms.matching.normalise.ComparableDate;
import org.hms.matching.normalise.ComparablePerson;

/** The date of birth, known to the day or less. */
public final class BirthDateComparison extends Comparison<ComparableDate> {
    public static final String NAME = "birth-date";
    private static final int DAYS_OF_A_YEAR = 366;
    private static final int DAY = 0xFF;

    /** AS_FAR_AS_KNOWN: equal in what both know, one knowing only the year or month, or writing 1 January for "some day". */
    enum Level {
        EXACT,
        EXACT_FIRST_OF_JANUARY,
        DAY_MONTH_SWAPPED,
        ONE_DIGIT,
        AS_FAR_AS_KNOWN,
        SAME_MONTH_AND_YEAR,
        SAME_DAY_AND_YEAR,
        SAME_DAY_AND_MONTH,
        SAME_YEAR,
        WITHIN_A_YEAR,
        WITHIN_TEN_YEARS,
        ELSE
    }

    BirthDateComparison(LevelList levels) {
        super(NAME, levels);
    }

    @Override
    public List<ComparableDate> values(ComparablePerson person) {
        var date = person.birthDate();
        return date == null ? List.of() : List.of(date);
    }

    @Override
    public int level(ComparableDate a, ComparableDate b) {
        return levelOfPacked(packed(a), packed(b));
    }

    /** The eight digits of a date, four bits each: 0x19900301; zeros where month or day are not known. */
    public static int packed(ComparableDate date) {
        int digits = date.digits();
        int packed = 0;
        for (int shift = 0; digits > 0; shift += 4) {
            packed |= digits % 10 << shift;
            digits /= 10;
        }
        return packed;
    }

    /** The level of two dates given as {@link #packed} gives them. */
    public static int levelOfPacked(int a, int b) {
        return levelOf(a, b).ordinal();
    }

    private static Level levelOf(int a, int b) {
        boolean full = (a & DAY) != 0 && (b & DAY) != 0;
        if (full && a == b) {
            return isFirstOfJanuary(a) ? Level.EXACT_FIRST_OF_JANUARY : Level.EXACT;
        }
        if (a >>> 16 == b >>> 16) {
            return withinTheYear(a, b, full);
        }
        if (full && oneDigitApart(a, b)) {
            return Level.ONE_DIGIT;
        }
        if (full && (a & 0xFFFF) == (b & 0xFFFF) && !isFirstOfJanuary(a)) {
            return Level.SAME_DAY_AND_MONTH;
        }
        int years = Math.abs(year(a) - year(b));
        if (years <= 1 && Math.abs(day(a) - day(b)) <= DAYS_OF_A_YEAR) {
            return Level.WITHIN_A_YEAR;
        }
        return years <= 10 ? Level.WITHIN_TEN_YEARS : Level.ELSE;
    }

    private static Level withinTheYear(int a, int b, boolean full) {
        int monthA = a >>> 8 & 0xFF;
        int monthB = b >>> 8 & 0xFF;
        if (full && monthA == (b & DAY) && monthB == (a & DAY)) {
            return Level.DAY_MONTH_SWAPPED;
        }
        if (full && isFirstOfJanuary(a) != isFirstOfJanuary(b)) {
            return Level.AS_FAR_AS_KNOWN;
        }
        if (full && oneDigitApart(a, b)) {
            return Level.ONE_DIGIT;
        }
        if (!full && (monthA == 0 || monthB == 0 || monthA == monthB)) {
            return Level.AS_FAR_AS_KNOWN;
        }
        if (monthA == monthB) {
            return Level.SAME_MONTH_AND_YEAR;
        }
        return full && (a & DAY) == (b & DAY) ? Level.SAME_DAY_AND_YEAR : Level.SAME_YEAR;
    }

    private static boolean isFirstOfJanuary(int packed) {
        return (packed & 0xFFFF) == 0x0101;
    }

    private static int year(int packed) {
        return (packed >>> 28) * 1000
                + (packed >>> 24 & 0xF) * 100
                + (packed >>> 20 & 0xF) * 10
                + (packed >>> 16 & 0xF);
    }

    /** Days since the year 0, months taken as 30.5 days; a missing month or day counts as the middle. */
    private static int day(int packed) {
        int month = (packed >>> 12 & 0xF) * 10 + (packed >>> 8 & 0xF);
        int day = (packed >>> 4 & 0xF) * 10 + (packed & 0xF);
        int ofYear = month == 0 ? 182 : (month - 1) * 61 / 2 + (day == 0 ? 15 : day);
        return year(packed) * 1461 / 4 + ofYear;
    }

    /** One of the eight digits differs, or two neighbours changed places. */
    static boolean oneDigitApart(int a, int b) {
        int difference = a ^ b;
        // One bit for each digit that differs.
        int differing = ((difference & 0x7777_7777) + 0x7777_7777 | difference) & 0x8888_8888;
        int count = Integer.bitCount(differing);
        if (count != 2) {
            return count == 1;
        }
        int low = Integer.numberOfTrailingZeros(differing) - 3;
        if (differing >>> low + 7 != 1) {
            return false;
        }
        int pairA = a >>> low & 0xFF;
        int pairB = b >>> low & 0xFF;
        return pairA >>> 4 == (pairB & 0xF) && (pairA & 0xF) == pairB >>> 4;
    }
}
