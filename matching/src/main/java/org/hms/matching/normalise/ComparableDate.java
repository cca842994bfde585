package org.hms.matching.normalise;

import java.time.LocalDate;
import org.hms.matching.person.PartialDate;
import org.jspecify.annotations.Nullable;

/** A date of birth ready for comparison: month and day are 0 where not known. */
public record ComparableDate(int year, int month, int day) {
    private static final int EARLIEST_YEAR = 1880;

    /**
     * Null for the dates that systems write when they know none: 1900-01-01, a spreadsheet's day zero, whatever lies before
     * any living person or after the latest day a birth can have been told of.
     */
    static @Nullable ComparableDate of(@Nullable PartialDate date, LocalDate latest) {
        if (date == null || date.year() < EARLIEST_YEAR || date.isAfter(latest)) {
            return null;
        }
        var month = date.month();
        var day = date.day();
        var comparable = new ComparableDate(date.year(), month == null ? 0 : month, day == null ? 0 : day);
        return comparable.isMadeUp() ? null : comparable;
    }

    private boolean isMadeUp() {
        return year == 1900 && (month == 0 || isFirstOfJanuary()) || year == 1899 && month == 12 && day >= 30;
    }

    public boolean isFull() {
        return day != 0;
    }

    /** The day chosen by clerks who know only the year; it says less than another day. */
    public boolean isFirstOfJanuary() {
        return month == 1 && day == 1;
    }

    /** Eight digits, zeros where not known: 19900301. */
    public int digits() {
        return year * 10000 + month * 100 + day;
    }

    /** Whether day and month of the one are month and day of the other, and differ. */
    public boolean isSwapOf(ComparableDate other) {
        return isFull() && year == other.year && month == other.day && day == other.month && month != day;
    }

    /** Days since 1970; a missing month or day counts as the middle of its year or month. */
    public long epochDay() {
        return LocalDate.of(year, month == 0 ? 7 : month, day == 0 ? (month == 0 ? 1 : 15) : day)
                .toEpochDay();
    }
}
