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

    /** @throws DateTimeException if the text is not a date in one of the three forms, or its year has only two digits */
    public static PartialDate parse(String text) {
        int length = text.length();
        boolean formed = length == 4 || length == 7 && text.charAt(4) == '-' || length == 10 && text.charAt(7) == '-';
        if (!formed || length == 10 && text.charAt(4) != '-' || text.startsWith("00")) {
            throw new DateTimeException("A date is written YYYY, YYYY-MM or YYYY-MM-DD");
        }
        return new PartialDate(
                number(text, 0, 4),
                length > 4 ? Integer.valueOf(number(text, 5, 7)) : null,
                length > 7 ? Integer.valueOf(number(text, 8, 10)) : null);
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new DateTimeException("A date is written in digits");
            }
            number = number * 10 + digit;
        }
        return number;
    }

    public static PartialDate of(LocalDate date) {
        return new PartialDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    /** Whether even the earliest day it may mean lies after this one. */
    public boolean isAfter(LocalDate other) {
        return LocalDate.of(year, month == null ? 1 : month, day == null ? 1 : day)
                .isAfter(other);
    }

    @Override
    public String toString() {
        var text = new StringBuilder(10);
        for (int power = 1000; power > year; power /= 10) {
            text.append('0');
        }
        text.append(year);
        append(text, month);
        append(text, day);
        return text.toString();
    }

    private static void append(StringBuilder text, @Nullable Integer part) {
        if (part != null) {
            text.append(part < 10 ? "-0" : "-").append(part.intValue());
        }
    }
}
