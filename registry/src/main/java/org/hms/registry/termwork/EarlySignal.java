package org.hms.registry.termwork;

import java.time.LocalDate;
import java.util.List;

/**
 * A concept looked up unusually often in a district in the week that begins on that Monday: the counts of the weeks looked at,
 * the newest last, and the three statistics with those that give alarm.
 */
public record EarlySignal(
        String concept,
        String district,
        LocalDate week,
        List<Long> counts,
        double c1,
        double c2,
        double c3,
        List<String> alarms) {
    public EarlySignal {
        counts = List.copyOf(counts);
        alarms = List.copyOf(alarms);
    }
}
