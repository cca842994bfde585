package org.hms.matching.batch;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hms.matching.person.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates that may be no dates: of the 31 February the month still speaks, of the month 23 the year. Without a format
 * the usual ones are tried; where they leave open which number is the day, it is the first.
 */
final class DatePattern {
    private static final List<DateTimeFormatter> USUAL = Stream.of(
                    "yyyy-M-d", "yyyyMMdd", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "yyyy/M/d", "yyyy-M", "yyyy")
            .map(DatePattern::formatter)
            .toList();

    private final List<DateTimeFormatter> formats;

    DatePattern(@Nullable String format) {
        formats = format == null ? USUAL : List.of(formatter(format));
    }

    private static DateTimeFormatter formatter(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ROOT);
    }

    @Nullable
    PartialDate read(String cell) {
        // A time of day after the date says nothing of the birth.
        var text =
                cell.length() > 10 && (cell.charAt(10) == 'T' || cell.charAt(10) == ' ') ? cell.substring(0, 10) : cell;
        for (int i = 0; i < formats.size(); i++) {
            var position = new ParsePosition(0);
            var parsed = formats.get(i).parseUnresolved(text, position);
            if (parsed != null && position.getIndex() == text.length()) {
                return date(
                        field(parsed, ChronoField.YEAR_OF_ERA, ChronoField.YEAR),
                        field(parsed, ChronoField.MONTH_OF_YEAR, ChronoField.MONTH_OF_YEAR),
                        field(parsed, ChronoField.DAY_OF_MONTH, ChronoField.DAY_OF_MONTH));
            }
        }
        return null;
    }

    private static int field(TemporalAccessor parsed, ChronoField field, ChronoField other) {
        return parsed.isSupported(field)
                ? (int) parsed.getLong(field)
                : parsed.isSupported(other) ? (int) parsed.getLong(other) : 0;
    }

    /** As much of a date as its numbers allow; 0 is not known. */
    static @Nullable PartialDate date(int year, int month, int day) {
        // Two digits are read as of this century; nobody is born in the years to come.
        int born = year > Year.now().getValue() && year < 2100 ? year - 100 : year;
        if (born < 1 || born > 9999) {
            return null;
        }
        if (month < 1 || month > 12) {
            return new PartialDate(born, null, null);
        }
        try {
            boolean known = day >= 1 && day <= YearMonth.of(born, month).lengthOfMonth();
            return new PartialDate(born, month, known ? day : null);
        } catch (DateTimeException unheardOf) {
            return null;
        }
    }
}
