package org.hms.matching.person;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** A date known to the year, to the month, or to the day; written as FHIR writes it: 1990, 1990-03, 1990-03-01. */
public record PartialDate(
        int year, @Nullable Integer month, @Nullable Integer day) {

    public PartialDate {
        if (year < 1 || year > 9999) {
            throw new DateTimeException("A year has four digits");
        }
        if (month == null && day != null) {
            throw new DateTimeException("A day needs a month");
        }
        if (month != null) {
            YearMonth.of(year, month);
        }
        if (month != null && day != null) {
            LocalDate.of(year, month, day);
        }
    }

    /** @throws DateTimeException if the text is not a date in one of the three forms */
    public static PartialDate parse(String text) {
        if (!text.matches("\\d{4}(-\\d{2}(-\\d{2})?)?")) {
            throw new DateTimeException("A date is written YYYY, YYYY-MM or YYYY-MM-DD");
        }
        return new PartialDate(
                Integer.parseInt(text.substring(0, 4)),
                text.length() > 4 ? Integer.valueOf(text.substring(5, 7)) : null,
                text.length() > 7 ? Integer.valueOf(text.substring(8, 10)) : null);
    }

    public static PartialDate of(LocalDate date) {
        return new PartialDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    @Override
    public String toString() {
        var text = new StringBuilder(String.format("%04d", year));
        if (month != null) {
            text.append(String.format("-%02d", month));
        }
        if (day != null) {
            text.append(String.format("-%02d", day));
        }
        return text.toString();
    }
}
