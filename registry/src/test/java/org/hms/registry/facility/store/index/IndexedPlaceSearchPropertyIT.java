package org.hms.registry.facility.store.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.hms.registry.facility.Circle;
import org.hms.registry.facility.Facility;
import org.hms.registry.facility.FacilityName;
import org.hms.registry.facility.PlaceCondition;
import org.hms.registry.facility.PlaceCondition.Tree;
import org.hms.registry.facility.PlaceQuery;
import org.hms.registry.facility.PlaceSearch.Hit;
import org.hms.registry.facility.PlaceSearch.Hits;
import org.hms.registry.facility.store.FacilityStores;
import org.hms.registry.facility.store.JdbiPlaceSearch;
import org.hms.registry.store.Database;
import org.hms.registry.store.DatabaseSettings;
import org.hms.registry.territory.DirectoryLoad;
import org.hms.registry.territory.DirectoryStore;
import org.hms.registry.territory.EntryCondition;
import org.hms.registry.territory.EntryCondition.Match;
import org.hms.registry.territory.EntryCondition.TimeWindow;
import org.hms.registry.territory.JurisdictionLevel;
import org.hms.registry.territory.LoadProgress;
import org.hms.registry.territory.TerritorySeed;
import org.hms.registry.territory.store.JdbiDirectoryStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The index answers as the database does, whatever is asked and whatever was written a moment before. */
final class IndexedPlaceSearchPropertyIT {

    private static final int PLACES = 1_500;

    @TempDir
    private Path folder;

    private Database database;
    private DirectoryStore<Facility> facilities;
    private JdbiPlaceSearch before;
    private IndexedPlaceSearch indexed;

    @BeforeEach
    void fill() {
        database = Database.open(DatabaseSettings.EMBEDDED, folder.resolve("database"));
        facilities = FacilityStores.of(database.jdbi());
        before = new JdbiPlaceSearch(database.jdbi());
        loadTerritory();
        publish(new InventedPlaces(new SplittableRandom(1)).facilities(PLACES));
        open();
    }

    @AfterEach
    void close() {
        indexed.close();
        database.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theIndexAnswersAsTheDatabaseDoes(long seed) {
        var random = new SplittableRandom(seed);
        var places = new InventedPlaces(random);
        int found = 0;
        int answered = 0;
        for (int i = 0; i < 400; i++) {
            if (i % 5 == 0) {
                publish(List.of(places.facility("f-" + Integer.toHexString(random.nextInt(PLACES) * 7919))));
            }
            var query = query(random, places);
            var expected = before.find(query);
            var answer = indexed.indexed(query);
            if (answer.isPresent()) {
                assertSame(query, answer.get(), expected);
                answered++;
                found += answer.get().page().size();
            }
            assertThat(indexed.find(query).page()).hasSameSizeAs(expected.page());
        }
        assertThat(answered).isGreaterThan(300);
        assertThat(found).isGreaterThan(1_000);
    }

    @Test
    void whoWritesFindsWhatNobodyElseFindsYet() {
        var asked = new PlaceQuery(List.of(named(Match.CONTAINS, "zyxwv")), 20, 0);
        var template = new InventedPlaces(new SplittableRandom(9)).facility("f-new");
        var fresh = new Facility(
                "f-new",
                template.source(),
                new FacilityName("Zyxwv", "Zyxwv", List.of()),
                template.kind(),
                template.site(),
                template.identifiers(),
                template.service());

        database.jdbi().useTransaction(transaction -> {
            publish(List.of(fresh));
            assertThat(indexed.indexed(asked)).isEmpty();
            assertThat(indexed.find(asked).page()).hasSize(1);
            transaction.rollback();
        });

        assertThat(indexed.find(asked).page()).isEmpty();
        publish(List.of(fresh));
        assertThat(indexed.indexed(asked).map(Hits::total)).contains(1);
    }

    @Test
    void whatWasPublishedWhileTheIndexWasClosedIsFoundWhenItIsOpen() {
        indexed.close();
        publish(List.of(new InventedPlaces(new SplittableRandom(4)).facility("f-later")));
        open();

        var query = new PlaceQuery(List.of(new PlaceCondition.IsFacility()), 0, 0);
        assertThat(indexed.indexed(query).map(Hits::total)).contains(PLACES + 1);
    }

    @Test
    void anIndexOfAnotherDatabaseIsBuiltAnew() {
        indexed.close();
        database.close();
        database = Database.open(DatabaseSettings.EMBEDDED, folder.resolve("other"));
        facilities = FacilityStores.of(database.jdbi());
        loadTerritory();
        publish(new InventedPlaces(new SplittableRandom(2)).facilities(3));
        open();

        var query = new PlaceQuery(List.of(new PlaceCondition.IsFacility()), 0, 0);
        assertThat(indexed.indexed(query).map(Hits::total)).contains(3);
    }

    private static void assertSame(PlaceQuery query, Hits answer, Hits expected) {
        assertThat(answer.page())
                .as("%s", query)
                .extracting(Hit::id)
                .isEqualTo(expected.page().stream().map(Hit::id).toList());
        for (int i = 0; i < expected.page().size(); i++) {
            var metres = expected.page().get(i).metres();
            if (metres == null) {
                assertThat(answer.page().get(i).metres()).isNull();
            } else {
                assertThat(answer.page().get(i).metres()).isCloseTo(metres, within(1e-3));
            }
        }
        assertThat(answer.more()).as("%s", query).isEqualTo(expected.more());
        Optional.ofNullable(expected.total())
                .ifPresent(total -> assertThat(answer.total()).as("%s", query).isEqualTo(total));
    }

    private static PlaceQuery query(SplittableRandom random, InventedPlaces places) {
        var conditions = new ArrayList<PlaceCondition>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            conditions.add(condition(random, places));
        }
        if (random.nextInt(3) == 0) {
            var centre = places.point();
            conditions.add(new PlaceCondition.IsNear(Circle.parse(String.format(
                    Locale.ROOT,
                    "%.6f|%.6f|%d|km",
                    centre.latitude(),
                    centre.longitude(),
                    places.one(List.of(0, 1, 30, 400, 3_000, 25_000))))));
        }
        return new PlaceQuery(
                conditions, places.one(List.of(0, 1, 7, 50)), places.one(List.of(0, 0, 3, 60)), random.nextBoolean());
    }

    private static PlaceCondition condition(SplittableRandom random, InventedPlaces places) {
        return switch (random.nextInt(14)) {
            case 0 -> new PlaceCondition.IsLocated();
            case 1 -> new PlaceCondition.IsFacility();
            case 2 ->
                new PlaceCondition.HasType(List.of(
                        new EntryCondition.Wanted(
                                random.nextBoolean() ? null : "nowhere", places.one(InventedPlaces.TYPES)),
                        new EntryCondition.Wanted(null, "jurisdiction")));
            case 3 ->
                new PlaceCondition.HasStatus(List.of(places.one(List.of("active", "suspended", "inactive", "lost"))));
            case 4 -> new PlaceCondition.LiesIn(List.of(places.one(InventedPlaces.DISTRICTS), "nowhere"));
            case 5 -> new PlaceCondition.IsManagedBy(List.of(places.one(InventedPlaces.REGIONS)));
            case 6 ->
                new PlaceCondition.HasParent(
                        places.one(List.of(Tree.values())),
                        named(Match.CONTAINS, places.one(List.of("a", "central", "capiata"))));
            case 7 -> new PlaceCondition.HasParentBelow(Tree.TERRITORY, List.of("py-dep-11"));
            case 8 -> entry(new EntryCondition.HasId(List.of("f-0", "py-dep-11", "f-" + Integer.toHexString(7919))));
            case 9 ->
                entry(new EntryCondition.HasIdentifier(List.of(new EntryCondition.Wanted(
                        random.nextBoolean() ? null : places.one(InventedPlaces.SYSTEMS),
                        random.nextInt(3) == 0 ? "" : "c" + random.nextInt(50)))));
            case 10 ->
                entry(new EntryCondition.WasUpdated(List.of(new TimeWindow(
                        random.nextBoolean() ? null : Instant.now().minusSeconds(3),
                        random.nextBoolean() ? null : Instant.now().minusSeconds(1),
                        random.nextBoolean()))));
            case 11 -> entry(new EntryCondition.IsActive(List.of(random.nextBoolean())));
            default -> named(places.one(List.of(Match.values())), text(random, places));
        };
    }

    /** Some piece of a name, sometimes the whole, sometimes none. */
    private static String text(SplittableRandom random, InventedPlaces places) {
        var name = places.one(InventedPlaces.TYPES) + " " + places.one(InventedPlaces.WORDS);
        return switch (random.nextInt(6)) {
            case 0 -> name;
            case 1 -> name.substring(random.nextInt(name.length()));
            case 2 -> name.substring(0, 1 + random.nextInt(name.length()));
            case 3 -> places.one(List.of("...", "zz", "ñ", "%", "_s", "JUAN  usf"));
            default ->
                places.one(InventedPlaces.WORDS)
                        .substring(random.nextInt(2) == 0 ? 0 : 1)
                        .toUpperCase(Locale.ROOT);
        };
    }

    private static PlaceCondition named(Match match, String... texts) {
        return entry(new EntryCondition.IsNamed(match, null, List.of(texts)));
    }

    private static PlaceCondition entry(EntryCondition condition) {
        return new PlaceCondition.Entry(condition);
    }

    /** Without the localities, which are many and alike. */
    private void loadTerritory() {
        var areas = TerritorySeed.jurisdictions().stream()
                .filter(area -> area.level() != JurisdictionLevel.LOCALITY)
                .toList();
        load().load(areas, JdbiDirectoryStore.ofJurisdictions(database.jdbi()), LoadProgress.SILENT);
    }

    private void publish(List<Facility> entries) {
        load().load(entries, facilities, LoadProgress.SILENT);
    }

    private static DirectoryLoad load() {
        return new DirectoryLoad(InstantSource.system(), DirectoryLoad.SEED);
    }

    private void open() {
        indexed = IndexedPlaceSearch.following(database.jdbi(), before, folder.resolve("index"));
        indexed.awaitCurrent();
    }
}
