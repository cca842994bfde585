package org.hms.registry.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.junit.jupiter.api.Test;

final class DirectoryLoadTest {

    private static final Caller FEED = new Caller("feed", Role.ADMIN);

    private final DirectoryLoad load =
            new DirectoryLoad(InstantSource.fixed(Instant.parse("2026-11-22T12:00:00.123456Z")), DirectoryLoad.SEED);
    private final InMemoryDirectoryStore<Jurisdiction> store = new InMemoryDirectoryStore<>();

    @Test
    void theSameAgainChangesNothing() {
        var districts = districts(1_200);
        load.load(districts, store, LoadProgress.SILENT);

        var again = load.load(districts, store, LoadProgress.SILENT);

        assertThat(again).isEqualTo(new LoadReport(0, 0, 1_200));
        assertThat(store.history("py-dis-1")).hasSize(1);
    }

    @Test
    void onlyWhatDiffersGetsItsNextVersion() {
        var districts = new ArrayList<>(districts(3));
        load.load(districts, store, LoadProgress.SILENT);
        districts.set(1, district(1, "Renamed"));
        districts.add(district(3, "New"));

        var report = load.load(districts, store, LoadProgress.SILENT);

        assertThat(report).isEqualTo(new LoadReport(1, 1, 2));
        assertThat(store.history("py-dis-1"))
                .extracting(Published::version, version -> version.content().name())
                .containsExactly(tuple(2, "Renamed"), tuple(1, "District 1"));
    }

    @Test
    void whatSomebodyElseHasEditedStaysAndIsToldWhereTheLoadSaysSomethingNew() {
        load.load(districts(4), store, LoadProgress.SILENT);
        edit(district(1, "Edited"));
        edit(district(2, "Edited too"));
        edit(district(3, "Renamed alike"));

        var report = load.load(
                List.of(
                        district(0, "Renamed"),
                        district(1, "Renamed"),
                        district(2, "District 2"),
                        district(3, "Renamed alike")),
                store,
                LoadProgress.SILENT);

        assertThat(report).isEqualTo(new LoadReport(0, 1, 2, List.of("py-dis-1")));
        assertThat(report.total()).isEqualTo(4);
        assertThat(store.history("py-dis-1").getFirst().content().name()).isEqualTo("Edited");
        assertThat(store.history("py-dis-2").getFirst().content().name()).isEqualTo("Edited too");
        assertThat(load.load(List.of(district(1, "Renamed")), store, LoadProgress.SILENT)
                        .kept())
                .as("as long as they differ")
                .containsExactly("py-dis-1");
    }

    @Test
    void whatWasEditedBackToWhatWasLoadedIsLoadedAgain() {
        load.load(districts(1), store, LoadProgress.SILENT);
        edit(district(0, "Edited"));
        edit(district(0, "District 0"));

        var report = load.load(List.of(district(0, "Renamed")), store, LoadProgress.SILENT);

        assertThat(report).isEqualTo(new LoadReport(0, 1, 0));
    }

    @Test
    void whatSomebodyElseOpenedIsNotTakenOver() {
        store.publish(List.of(new Published<>(district(0, "Opened"), 1, Instant.EPOCH)), FEED);

        var report = load.load(List.of(district(0, "Shipped later")), store, LoadProgress.SILENT);

        assertThat(report.kept()).containsExactly("py-dis-0");
        assertThat(store.history("py-dis-0")).hasSize(1);
    }

    private void edit(Jurisdiction next) {
        int version = store.history(next.id()).getFirst().version();
        store.publish(List.of(new Published<>(next, version + 1, Instant.EPOCH)), FEED);
    }

    @Test
    void whatIsPublishedIsTimedToTheMillisecond() {
        load.load(districts(1), store, LoadProgress.SILENT);

        assertThat(store.history("py-dis-0").getFirst().at()).isEqualTo("2026-11-22T12:00:00.123Z");
    }

    @Test
    void progressEndsWithAllOfThem() {
        var told = new ArrayList<Integer>();

        load.load(districts(1_200), store, (done, of) -> told.add(done));

        assertThat(told).containsExactly(500, 1_000, 1_200);
    }

    @Test
    void anEntryThatStandsTwiceIsRefusedBeforeAnythingIsWritten() {
        var twice = List.of(district(1, "One"), district(1, "Another"));

        assertThatThrownBy(() -> load.load(twice, store, LoadProgress.SILENT)).hasMessageContaining("py-dis-1");
        assertThat(store.find(List.of("py-dis-1"))).isEmpty();
    }

    private static List<Jurisdiction> districts(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> district(i, "District " + i))
                .toList();
    }

    private static Jurisdiction district(int number, String name) {
        return new Jurisdiction("py-dis-" + number, JurisdictionLevel.DISTRICT, name, "py-dep-01", List.of(), null);
    }
}
