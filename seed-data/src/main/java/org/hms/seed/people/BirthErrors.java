package org.hms.seed.people;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What may become of a birth date and a birth order on their way into a record. */
record BirthErrors(Mischance mischance) {

    private static final int MONTHS = 12;

    /** The date as FHIR writes it, to the day or to the year, or nothing. */
    @Nullable
    String date(LocalDate born) {
        if (mischance.strikes(ErrorRates.BIRTH_DATE_MISSING)) {
            return null;
        }
        if (mischance.strikes(ErrorRates.BIRTH_YEAR_ONLY)) {
            return String.valueOf(born.getYear());
        }
        if (mischance.strikes(ErrorRates.FIRST_OF_JANUARY)) {
            return born.withDayOfYear(1).toString();
        }
        var swappable = born.getDayOfMonth() <= MONTHS && born.getDayOfMonth() != born.getMonthValue();
        if (swappable && mischance.strikes(ErrorRates.DAY_AND_MONTH_SWAPPED)) {
            return LocalDate.of(born.getYear(), born.getDayOfMonth(), born.getMonthValue())
                    .toString();
        }
        return (mischance.strikes(ErrorRates.DATE_DIGIT_WRONG) ? oneDigitWrong(born) : born).toString();
    }

    @Nullable
    Integer order(@Nullable Integer order) {
        return order == null || mischance.strikes(ErrorRates.BIRTH_ORDER_MISSING) ? null : order;
    }

    /** Another day, written with one other digit; none that lies in the future. */
    private LocalDate oneDigitWrong(LocalDate born) {
        var written = born.toString();
        var places = new int[] {3, 5, 6, 8, 9};
        for (int tries = 0; tries < 40; tries++) {
            var at = places[mischance.random().nextInt(places.length)];
            var digit = mischance.random().nextInt(10);
            var other = parsed(written.substring(0, at) + digit + written.substring(at + 1));
            if (other != null && !other.equals(born) && !other.isAfter(Ages.TODAY)) {
                return other;
            }
        }
        return born.plusDays(born.isBefore(Ages.TODAY) ? 1 : -1);
    }

    private static @Nullable LocalDate parsed(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
