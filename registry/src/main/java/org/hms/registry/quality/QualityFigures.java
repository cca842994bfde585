package org.hms.registry.quality;

import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many records of one group carry each code, and what follows from it. Dimensions not asked for are absent. */
public record QualityFigures(
        @Nullable String source,
        @Nullable String facility,
        @Nullable String district,
        @Nullable YearMonth month,
        Map<Integer, Long> counts) {
    public QualityFigures {
        counts = Map.copyOf(counts);
    }

    /** One indicator measured: of how many records, how many lack it, and how many state it with a value of no use. */
    public record Measured(Indicator indicator, long of, long missing, long invalid) {

        /** The part that states a value, 1 where there is nothing to state. */
        public double completeness() {
            return part(of - missing, of);
        }

        /** The part of the stated values that are of use. */
        public double validity() {
            return part(of - missing - invalid, of - missing);
        }

        /** The part that states a value of use: what the goal is set for. */
        public double good() {
            return part(of - missing - invalid, of);
        }

        /** The part that has the flaw. */
        public double rate() {
            return of == 0 ? 0 : (double) missing / of;
        }

        private static double part(long some, long all) {
            return all == 0 ? 1 : (double) some / all;
        }
    }

    public long records() {
        return count(Indicator.RECORD);
    }

    public Measured measure(Indicator indicator) {
        return new Measured(
                indicator,
                count(indicator.population()),
                count(indicator.missing()),
                indicator.essential() ? count(indicator.invalid()) : 0);
    }

    private long count(int code) {
        return counts.getOrDefault(code, 0L);
    }
}
