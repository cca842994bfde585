package org.hms.seed.hard;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.hms.seed.people.Ages;
import org.jspecify.annotations.Nullable;

/** What becomes of a birth date: empty, a year, or a day that is never in the future. */
record DateFaults(Chance chance) {

    private static final int MONTHS = 12;
    private static final int TRIES = 20;
    private static final int[] DIGITS = {3, 5, 6, 8, 8, 9, 9};

    String write(LocalDate born) {
        if (chance.strikes(Fault.BIRTH_DATE_MISSING)) {
            return "";
        }
        if (chance.strikes(Fault.BIRTH_YEAR_ONLY)) {
            return String.valueOf(born.getYear());
        }
        if (chance.strikes(Fault.FIRST_OF_JANUARY)) {
            return born.withDayOfYear(1).toString();
        }
        return day(born).toString();
    }

    private LocalDate day(LocalDate born) {
        var swappable = born.getDayOfMonth() <= MONTHS && born.getDayOfMonth() != born.getMonthValue();
        if (swappable && chance.strikes(Fault.DAY_AND_MONTH_SWAPPED)) {
            return past(LocalDate.of(born.getYear(), born.getDayOfMonth(), born.getMonthValue()), born);
        }
        var sign = chance.random().nextBoolean() ? 1 : -1;
        if (chance.strikes(Fault.YEAR_OFF_BY_ONE)) {
            return past(born.plusYears(sign), born.minusYears(1));
        }
        if (chance.strikes(Fault.YEAR_OFF_BY_TEN)) {
            return past(born.plusYears(10L * sign), born.minusYears(10));
        }
        return chance.strikes(Fault.DATE_DIGIT_WRONG) ? oneDigitWrong(born) : born;
    }

    private LocalDate oneDigitWrong(LocalDate born) {
        var written = born.toString();
        for (int tries = 0; tries < TRIES; tries++) {
            var at = DIGITS[chance.random().nextInt(DIGITS.length)];
            var digit = chance.random().nextInt(10);
            var other = parsed(written.substring(0, at) + digit + written.substring(at + 1));
            if (other != null && !other.equals(born) && !other.isAfter(Ages.TODAY)) {
                return other;
            }
        }
        return born.minusDays(1);
    }

    private static LocalDate past(LocalDate day, LocalDate otherwise) {
        return day.isAfter(Ages.TODAY) ? otherwise : day;
    }

    private static @Nullable LocalDate parsed(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
