package org.hms.registry.termwork;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UntranslatedQueriesTest {
    private final Ledger ledger = new Ledger();
    private Instant now = Instant.parse("2026-11-23T12:00:00Z");
    private final UntranslatedQueries queries = new UntranslatedQueries(ledger, 3, () -> now);

    @Test
    void aQueryIsWrittenOnceItWasAskedOftenEnough() {
        ask("ana", "kurupi");
        ask("eva", "Kurupi ");
        queries.flush(true);
        assertThat(ledger.counts).isEmpty();

        ask("ana", "kurupi");
        queries.flush(true);

        assertThat(ledger.counts).hasSize(1).containsValue(3L);
        assertThat(ledger.counts.keySet())
                .extracting(UntranslatedStore.Cell::text)
                .containsExactly("kurupi");
    }

    @Test
    void whoIsStillTypingHasAskedOnce() {
        for (var i = 0; i < 3; i++) {
            for (var typed : List.of("ku", "kur", "kuru", "kurup", "kurupi")) {
                ask("ana", typed);
                now = now.plusMillis(200);
            }
            now = now.plus(Duration.ofMinutes(1));
        }
        queries.flush(true);

        assertThat(ledger.counts.keySet())
                .extracting(UntranslatedStore.Cell::text)
                .containsExactly("kurupi");
    }

    @Test
    void whatIsFoundAtTheEndWasNeverUntranslated() {
        for (var i = 0; i < 9; i++) {
            queries.asked("ana", "aka", "gn", false);
            queries.asked("ana", "akanundu", "gn", true);
            now = now.plus(Duration.ofMinutes(1));
        }
        queries.flush(true);

        assertThat(ledger.counts).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"4567890", "maría 0981 555", "x@y.py", "uno dos tres cuatro cinco seis siete ocho nueve", "a"})
    void whatMaySpeakOfAPersonIsNotCounted(String text) {
        for (var i = 0; i < 9; i++) {
            ask("ana", text);
        }
        queries.flush(true);

        assertThat(ledger.counts).isEmpty();
    }

    @Test
    void theDayIsTheDayInParaguay() {
        now = Instant.parse("2026-11-23T01:00:00Z");
        for (var i = 0; i < 3; i++) {
            ask("ana", "kurupi");
        }
        queries.flush(true);

        assertThat(ledger.counts.keySet())
                .extracting(UntranslatedStore.Cell::day)
                .containsExactly(LocalDate.ofInstant(now, ZoneOffset.ofHours(-3)));
    }

    private void ask(String caller, String text) {
        queries.asked(caller, text, "gn", false);
        now = now.plus(Duration.ofSeconds(1));
        queries.flush(false);
        if (text.length() > 5) {
            now = now.plus(Duration.ofSeconds(30));
        }
    }

    private static final class Ledger implements UntranslatedStore {
        private final Map<Cell, Long> counts = new HashMap<>();

        @Override
        public void add(Map<Cell, Long> more) {
            more.forEach((cell, asked) -> counts.merge(cell, asked, Long::sum));
        }

        @Override
        public List<UntranslatedQuery> list(LocalDate since, int from, int limit, int offset) {
            return List.of();
        }

        @Override
        public int settle(String text) {
            return 0;
        }

        @Override
        public int forgetBefore(LocalDate day) {
            return 0;
        }
    }
}
