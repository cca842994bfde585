package org.hms.registry.termwork;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hms.registry.termwork.ConceptUseStore.Cell;
import org.junit.jupiter.api.Test;

class EarlySignalsTest {
    private static final LocalDate WEEK = LocalDate.of(2026, 11, 16);

    private final Counts counts = new Counts();

    @Test
    void feverThatRisesInOneDistrictIsSeenThereAlone() {
        for (var week = 11; week > 0; week--) {
            counts.put("GN0089", "0101", WEEK.minusWeeks(week), 4);
            counts.put("GN0089", "1108", WEEK.minusWeeks(week), 4);
        }
        counts.put("GN0089", "0101", WEEK, 5);
        counts.put("GN0089", "1108", WEEK, 25);

        assertThat(new EarlySignals(counts).in(WEEK)).singleElement().satisfies(signal -> {
            assertThat(signal.district()).isEqualTo("1108");
            assertThat(signal.alarms()).contains("C1", "C2", "C3");
            assertThat(signal.counts()).hasSize(12).endsWith(25L);
        });
    }

    @Test
    void twoLookUpsAreNoAlarmHoweverQuietItWas() {
        counts.put("GN0190", "0101", WEEK, 2);

        assertThat(new EarlySignals(counts).in(WEEK)).isEmpty();
    }

    @Test
    void laterWeeksDoNotCount() {
        counts.put("GN0190", "0101", WEEK.plusWeeks(1), 50);

        assertThat(new EarlySignals(counts).in(WEEK)).isEmpty();
    }

    private static final class Counts implements ConceptUseStore {
        private final Map<Cell, Long> counts = new HashMap<>();

        void put(String concept, String district, LocalDate week, long uses) {
            counts.put(new Cell(concept, district, week), uses);
        }

        @Override
        public void add(Map<Cell, Long> more) {
            counts.putAll(more);
        }

        @Override
        public Map<Cell, Long> between(LocalDate from, LocalDate to) {
            return counts.entrySet().stream()
                    .filter(entry -> !entry.getKey().week().isBefore(from)
                            && !entry.getKey().week().isAfter(to))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }

        @Override
        public List<Map.Entry<Cell, Long>> of(String concept, LocalDate from) {
            return List.of();
        }

        @Override
        public int forgetBefore(LocalDate week) {
            return 0;
        }
    }
}
