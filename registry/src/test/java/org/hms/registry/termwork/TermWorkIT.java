package org.hms.registry.termwork;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.journey.RunningRegistry;
import org.hms.registry.journey.SharedRegistry;
import org.hms.registry.termwork.store.JdbiConceptUseStore;
import org.hms.registry.termwork.store.JdbiUntranslatedStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The counts of the lexicon's use, in a real database and over HTTP. */
@ExtendWith(SharedRegistry.class)
final class TermWorkIT {
    private static final Caller STEWARD = new Caller("test-steward", Role.STEWARD);
    private static final Caller CODER = new Caller("test-coder", Role.CODER);
    private static final LocalDate WEEK = LocalDate.of(2026, 11, 16);

    private static RunningRegistry registry;

    @BeforeAll
    static void open(RunningRegistry shared) {
        registry = shared;
    }

    @Test
    void editorsSeeWhatTheLexiconDidNotKnow() {
        var store = new JdbiUntranslatedStore(registry.database());
        var today = LocalDate.now(ZoneOffset.UTC);
        store.add(Map.of(
                new UntranslatedStore.Cell("kurupi jari", "gn", today), 4L,
                new UntranslatedStore.Cell("kurupi jari", "gn", today.minusDays(1)), 4L,
                new UntranslatedStore.Cell("casi nunca", "es", today), 1L));
        store.add(Map.of(new UntranslatedStore.Cell("kurupi jari", "gn", today), 1L));

        var answer = registry.get("/api/v1/terms/untranslated", CODER);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var item = RunningRegistry.json(answer).path("items").path(0);
        assertThat(item.path("text").asText()).isEqualTo("kurupi jari");
        assertThat(item.path("asked").asInt()).isEqualTo(9);
        assertThat(item.path("days").asInt()).isEqualTo(2);
        assertThat(answer.body()).doesNotContain("casi nunca");

        var settled = registry.send(registry.request("/api/v1/terms/untranslated?text=kurupi%20jari", STEWARD)
                .DELETE());
        assertThat(settled.statusCode()).isEqualTo(200);
        assertThat(registry.get("/api/v1/terms/untranslated", CODER).body()).doesNotContain("kurupi");
    }

    @Test
    void whatIsOldIsForgotten() {
        var store = new JdbiUntranslatedStore(registry.database());
        store.add(Map.of(new UntranslatedStore.Cell("olvidado ya", "es", LocalDate.of(2020, 1, 1)), 40L));

        assertThat(store.forgetBefore(LocalDate.of(2020, 6, 1))).isEqualTo(1);
    }

    @Test
    void aRiseInADistrictIsToldWithItsCounts() {
        var store = new JdbiConceptUseStore(registry.database());
        var counts = new HashMap<ConceptUseStore.Cell, Long>();
        for (var week = 1; week < 12; week++) {
            counts.put(new ConceptUseStore.Cell("GN0195", "1108", WEEK.minusWeeks(week)), 3L);
        }
        counts.put(new ConceptUseStore.Cell("GN0195", "1108", WEEK), 20L);
        store.add(counts);

        var signals = RunningRegistry.json(registry.get("/api/v1/term-signals?week=2026-11-18", STEWARD));
        var uses = RunningRegistry.json(registry.get("/api/v1/term-signals/GN0195", STEWARD));

        assertThat(signals.path("week").asText()).isEqualTo("2026-11-16");
        assertThat(signals.path("items")).anySatisfy(item -> {
            assertThat(item.path("concept").asText()).isEqualTo("GN0195");
            assertThat(item.path("district").asText()).isEqualTo("1108");
            assertThat(item.path("alarms")).hasSize(3);
        });
        assertThat(uses.path("items")).hasSizeGreaterThanOrEqualTo(12);
    }

    @Test
    void aLookUpForADistrictIsTakenAndANonsensicalDistrictRefused() {
        assertThat(registry.get("/api/v1/terms/GN0089?district=1101&target=icd-10", CODER)
                        .statusCode())
                .isEqualTo(200);
        var refused = registry.get("/api/v1/terms/GN0089?district=nowhere", CODER);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("district");
    }

    @ParameterizedTest
    @CsvSource({
        "403, GET, /api/v1/terms/untranslated, READER",
        "403, DELETE, /api/v1/terms/untranslated?text=x, CODER",
        "400, DELETE, /api/v1/terms/untranslated, STEWARD",
        "404, DELETE, /api/v1/terms/untranslated?text=nada, STEWARD",
        "403, GET, /api/v1/term-signals, CODER",
        "400, GET, /api/v1/term-signals?week=today, STEWARD"
    })
    void whoMayNotOrAsksNonsenseIsRefused(int status, String method, String question, Role role) {
        var request = registry.request(question, new Caller("test", role))
                .method(method, HttpRequest.BodyPublishers.noBody());

        assertThat(registry.send(request).statusCode()).isEqualTo(status);
    }
}
