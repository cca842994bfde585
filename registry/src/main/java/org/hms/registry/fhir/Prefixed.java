package org.hms.registry.fhir;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;

/** A value with its comparison, as numbers, dates and quantities are searched: {@code ge2020-05}. */
public record Prefixed(String parameter, Comparison comparison, String value) {
    private static final int MAX_NUMBER_LENGTH = 40;

    /** FHIR's prefixes; {@code EQ} when none is written. */
    public enum Comparison {
        EQ,
        NE,
        GT,
        LT,
        GE,
        LE,
        SA,
        EB,
        AP
    }

    /** The instants from the start (inclusive) to the end (exclusive) that a date of any precision stands for. */
    public record Span(Instant start, Instant end) {}

    static Prefixed of(String parameter, String text) {
        var comparison = Arrays.stream(Comparison.values())
                .filter(c -> text.startsWith(c.name().toLowerCase(Locale.ROOT)))
                .findFirst();
        return comparison
                .map(c -> new Prefixed(parameter, c, text.substring(2)))
                .orElseGet(() -> new Prefixed(parameter, Comparison.EQ, text));
    }

    public BigDecimal number() {
        if (value.length() <= MAX_NUMBER_LENGTH && value.matches("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d{1,2})?")) {
            return new BigDecimal(value);
        }
        throw FhirProblem.invalid("The search parameter " + parameter + " is not a number");
    }

    /** The span of a year, month, day, minute, second or instant; the zone is used where the value names none. */
    public Span span(ZoneId zone) {
        try {
            return switch (value.length()) {
                case 4 ->
                    days(
                            Year.parse(value).atDay(1),
                            Year.parse(value).plusYears(1).atDay(1),
                            zone);
                case 7 ->
                    days(
                            YearMonth.parse(value).atDay(1),
                            YearMonth.parse(value).plusMonths(1).atDay(1),
                            zone);
                case 10 -> days(LocalDate.parse(value), LocalDate.parse(value).plusDays(1), zone);
                default -> instant(zone);
            };
        } catch (DateTimeException e) {
            throw FhirProblem.invalid("The search parameter " + parameter + " is not a date");
        }
    }

    private static Span days(LocalDate first, LocalDate next, ZoneId zone) {
        return new Span(
                first.atStartOfDay(zone).toInstant(), next.atStartOfDay(zone).toInstant());
    }

    private Span instant(ZoneId zone) {
        var zoned = value.matches(".*(Z|[+-]\\d\\d:\\d\\d)");
        var start = zoned
                ? OffsetDateTime.parse(value).toInstant()
                : LocalDateTime.parse(value).atZone(zone).toInstant();
        var seconds = value.length() == 16 || value.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(Z|[+-].*)") ? 60 : 1;
        return new Span(start, value.contains(".") ? start.plusMillis(1) : start.plusSeconds(seconds));
    }
}
