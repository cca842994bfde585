package org.hms.registry.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hms.registry.journey.TestPatients.HIS;
import static org.hms.registry.journey.TestPatients.IPS;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a puller is told of changes: all of them, in order, by ids alone, and no ids of others' records. */
@ExtendWith(SharedRegistry.class)
final class ChangesIT {

    private static final Caller STEWARD = new Caller("test-steward", Role.STEWARD);

    private static RunningRegistry registry;
    private static IGenericClient admin;

    @BeforeAll
    static void start(RunningRegistry shared) {
        registry = shared;
        admin = shared.client(new Caller("test-admin", Role.ADMIN));
    }

    @Test
    void aPersonOpenedMergedAndARecordWithdrawnAreToldInTheirOrder() {
        long before = last();
        var stays = Feeding.fed(
                admin, HIS, "chg-1", "Wilfrida | Chamorro Insfrán | 1971-02-03 | F | 3918273 | Ada Insfrán");
        var ends =
                Feeding.fed(admin, IPS, "chg-2", "Teófilo | Zorrilla Yegros | 1944-11-30 | M | 1029384 | Luz Yegros");
        Feeding.fed(admin, IPS, "chg-2", "Wilfrida | Chamorro Insfrán | 1971-02-03 | F | 3918273 | Ada Insfrán");
        var withdrawn = TestPatients.patient(
                HIS, "chg-1", "Wilfrida | Chamorro Insfrán | 1971-02-03 | F | 3918273 | Ada Insfrán");
        Feeding.feed(admin, withdrawn.setActive(false));

        var entries = all(before, 1_000, STEWARD, "");

        assertThat(kinds(entries))
                .containsSubsequence(
                        "record-created",
                        "person-opened",
                        "record-created",
                        "person-opened",
                        "record-revised",
                        "person-merged",
                        "record-moved",
                        "record-withdrawn");
        var merged = one(entries, "person-merged");
        assertThat(List.of(stays, ends))
                .contains(
                        merged.path("eid").asText(),
                        merged.path("related").path(0).asText());
        var moved = one(entries, "record-moved");
        assertThat(moved.path("eid")).isEqualTo(merged.path("related").path(0));
        assertThat(moved.path("related").path(0)).isEqualTo(merged.path("eid"));
        assertThat(moved.path("recordId").asText()).startsWith("r-");
        assertThat(entries.getFirst().path("version").asInt()).isEqualTo(1);
        assertThat(registry.get("/api/v1/changes?since=" + before + "&limit=1000", STEWARD)
                        .body())
                .doesNotContain("Chamorro", "3918273", "chg-1", "1971");
    }

    @Test
    void theSameIsToldWhateverTheSizeOfTheSteps() {
        long before = last();
        for (int i = 0; i < 4; i++) {
            Feeding.fed(admin, HIS, "step-" + i, "Porfirio | Ledesma Cañete | 196" + i + "-05-05 | M | 55500" + i);
            Feeding.fed(admin, IPS, "step-" + i, "Gumersinda | Noguera Paiva | 195" + i + "-06-06 | F | 66600" + i);
            Feeding.fed(admin, IPS, "step-" + i, "Porfirio | Ledesma Cañete | 196" + i + "-05-05 | M | 55500" + i);
        }

        var whole = all(before, 1_000, STEWARD, "");

        assertThat(kinds(whole)).contains("person-merged", "record-moved");
        for (int size : new int[] {1, 2, 3, 7}) {
            assertThat(all(before, size, STEWARD, "")).isEqualTo(whole);
        }
        var merges = whole.stream()
                .filter(entry -> entry.path("kind").asText().equals("person-merged"))
                .toList();
        assertThat(all(before, 5, STEWARD, "&kind=person-merged")).isEqualTo(merges);
    }

    @Test
    void aSourceIsToldTheIdsOfItsOwnRecordsAlone() {
        long before = last();
        Feeding.fed(admin, HIS, "own-1", "Nimia | Duarte Frutos | 1988-08-08 | F | 4440001");
        Feeding.fed(admin, IPS, "own-2", "Abundio | Oviedo Talavera | 1939-09-09 | M | 4440002");

        var his = all(before, 100, RunningRegistry.source("mspbs-his"), "&kind=record-created");
        var steward = all(before, 100, STEWARD, "&kind=record-created");

        assertThat(steward)
                .hasSize(2)
                .allSatisfy(
                        entry -> assertThat(entry.path("recordId").isTextual()).isTrue());
        assertThat(his)
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.path("eid").asText()).isNotBlank());
        assertThat(his.get(0)).isEqualTo(steward.get(0));
        assertThat(his.get(1).path("recordId").isNull()).isTrue();
        assertThat(his.get(1).path("version").isNull()).isTrue();
    }

    @Test
    void whoWaitsIsToldAtOnceAndWhoWaitsInVainIsAnsweredInTime() throws Exception {
        long before = last();
        var waiting = CompletableFuture.supplyAsync(
                () -> registry.get("/api/v1/changes?wait=20&kind=person-opened&since=" + before, STEWARD));
        var eid = Feeding.fed(admin, HIS, "wait-1", "Herminia | Ocampos Roa | 1966-10-10 | F | 4450001");

        var told = RunningRegistry.json(waiting.get(15, TimeUnit.SECONDS));
        var vain = RunningRegistry.json(registry.get("/api/v1/changes?wait=1&since=" + last(), STEWARD));

        assertThat(told.path("changes").findValuesAsText("eid")).containsExactly(eid);
        assertThat(vain.path("changes")).isEmpty();
        assertThat(vain.path("next")).isEqualTo(vain.path("since"));
    }

    @Test
    void nonsenseIsRefusedByNameAndReadersMayNotAsk() {
        for (var query : List.of("since=-1", "since=x", "limit=0", "limit=1001", "wait=31", "kind=person", "sinse=1")) {
            var answer = registry.get("/api/v1/changes?" + query, STEWARD);
            assertThat(answer.statusCode()).as(query).isEqualTo(400);
            assertThat(answer.body()).contains(query.substring(0, query.indexOf('=')));
        }
        for (var role : List.of(Role.READER, Role.CODER, Role.PARTNER)) {
            assertThat(registry.get("/api/v1/changes", new Caller("test", role)).statusCode())
                    .isEqualTo(403);
        }
    }

    private static long last() {
        return RunningRegistry.json(registry.get("/api/v1/changes?since=999999999999", STEWARD))
                .path("last")
                .asLong();
    }

    /** Follows the cursor to the end. */
    private static List<JsonNode> all(long since, int limit, Caller caller, String more) {
        var entries = new ArrayList<JsonNode>();
        JsonNode stretch;
        long next = since;
        do {
            stretch = RunningRegistry.json(
                    registry.get("/api/v1/changes?limit=" + limit + "&since=" + next + more, caller));
            stretch.path("changes").forEach(entries::add);
            next = stretch.path("next").asLong();
        } while (next < stretch.path("last").asLong());
        return entries;
    }

    private static List<String> kinds(List<JsonNode> entries) {
        return entries.stream().map(entry -> entry.path("kind").asText()).toList();
    }

    private static JsonNode one(List<JsonNode> entries, String kind) {
        var found = entries.stream()
                .filter(entry -> entry.path("kind").asText().equals(kind))
                .toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }
}
