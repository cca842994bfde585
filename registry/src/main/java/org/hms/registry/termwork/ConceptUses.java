package org.hms.registry.termwork;

import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.hms.registry.termwork.ConceptUseStore.Cell;

/** Counts look-ups of concepts by district and week, in memory until they are written; of patients it knows nothing. */
public final class ConceptUses {
    private static final ZoneId PARAGUAY = ZoneId.of("America/Asuncion");

    private final ConceptUseStore store;
    private final InstantSource clock;
    private final Map<Cell, LongAdder> counts = new ConcurrentHashMap<>();

    public ConceptUses(ConceptUseStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** @param district its code of the national statistics institute */
    public void used(String concept, String district) {
        counts.computeIfAbsent(new Cell(concept, district, week(clock)), _ -> new LongAdder())
                .increment();
    }

    public void flush() {
        var taken = new HashMap<Cell, Long>();
        counts.forEach((cell, adder) -> {
            var sum = adder.sumThenReset();
            if (sum > 0) {
                taken.put(cell, sum);
            }
        });
        var now = week(clock);
        counts.entrySet()
                .removeIf(entry ->
                        entry.getKey().week().isBefore(now) && entry.getValue().sum() == 0);
        if (!taken.isEmpty()) {
            store.add(taken);
        }
    }

    /** The Monday of this week in Paraguay. */
    static LocalDate week(InstantSource clock) {
        return clock.instant().atZone(PARAGUAY).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
