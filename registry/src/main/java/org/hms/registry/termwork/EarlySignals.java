package org.hms.registry.termwork;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.hms.registry.termwork.ConceptUseStore.Cell;

/** Looks at the counts of a week and the eleven before it for each concept and district, and tells which stand out. */
public final class EarlySignals {
    /** Fewer look-ups than this in a week give no alarm, however quiet the weeks before. */
    private static final int LEAST = 3;

    private record Series(String concept, String district) {}

    private final ConceptUseStore store;

    public EarlySignals(ConceptUseStore store) {
        this.store = store;
    }

    /** The alarms of the week that begins on that Monday, the strongest first. */
    public List<EarlySignal> in(LocalDate week) {
        var first = week.minusWeeks(Ears.WEEKS_NEEDED - 1);
        var series = new HashMap<Series, long[]>();
        store.between(first, week)
                .forEach((cell, count) -> series.computeIfAbsent(
                                new Series(cell.concept(), cell.district()), _ -> new long[Ears.WEEKS_NEEDED])[
                        weeksSince(first, cell)] = count);
        var signals = new ArrayList<EarlySignal>();
        series.forEach((of, counts) -> {
            var signal = signal(of, week, counts);
            if (counts[counts.length - 1] >= LEAST && !signal.alarms().isEmpty()) {
                signals.add(signal);
            }
        });
        signals.sort(Comparator.comparingDouble((EarlySignal signal) -> -Math.max(signal.c1(), signal.c2()))
                .thenComparing(EarlySignal::concept)
                .thenComparing(EarlySignal::district));
        return List.copyOf(signals);
    }

    private static EarlySignal signal(Series of, LocalDate week, long[] counts) {
        var ears = Ears.of(counts);
        var alarms = Stream.of(ears.c1Alarm() ? "C1" : "", ears.c2Alarm() ? "C2" : "", ears.c3Alarm() ? "C3" : "")
                .filter(alarm -> !alarm.isEmpty())
                .toList();
        return new EarlySignal(
                of.concept(),
                of.district(),
                week,
                Arrays.stream(counts).boxed().toList(),
                rounded(ears.c1()),
                rounded(ears.c2()),
                rounded(ears.c3()),
                alarms);
    }

    private static double rounded(double number) {
        return Math.round(number * 100) / 100.0;
    }

    private static int weeksSince(LocalDate first, Cell cell) {
        return (int) ((cell.week().toEpochDay() - first.toEpochDay()) / 7);
    }
}
