package org.hms.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.hms.registry.facility.Circle;
import org.hms.registry.facility.FacilitySeed;
import org.hms.registry.facility.PlaceCondition;
import org.hms.registry.facility.PlaceDirectory;
import org.hms.registry.facility.PlaceQuery;
import org.hms.registry.facility.store.FacilityStores;
import org.hms.registry.facility.store.JdbiPlaceSearch;
import org.hms.registry.store.Database;
import org.hms.registry.store.DatabaseSettings;
import org.hms.registry.store.StoredJson;
import org.hms.registry.territory.DirectoryLoad;
import org.hms.registry.territory.EntryCondition;
import org.hms.registry.territory.EntryCondition.Match;
import org.hms.registry.territory.LoadProgress;
import org.hms.registry.territory.TerritorySeed;
import org.hms.registry.territory.store.JdbiDirectoryStore;
import org.hms.seed.LocalityRow;
import org.hms.seed.SeedData;
import org.jdbi.v3.core.Jdbi;

/**
 * How long it takes to find facilities near a point, and by a part of their name, among N synthetic ones spread over the
 * country: {@code DirectoryLatency N}. One client, twenty results; the web, FHIR and audit are not in it.
 */
public final class DirectoryLatency {
    private static final int WARM_UP = 500;
    private static final int QUESTIONS = 2_000;
    private static final int PAGE = 20;

    private DirectoryLatency() {}

    public static void main(String[] args) throws IOException {
        int count = Integer.parseInt(args[0]);
        var folder = Files.createTempDirectory("benchmark-directory");
        try (var database = Database.open(DatabaseSettings.EMBEDDED, folder)) {
            var jdbi = database.jdbi();
            var jurisdictions = JdbiDirectoryStore.ofJurisdictions(jdbi);
            new DirectoryLoad(InstantSource.system(), DirectoryLoad.SEED)
                    .load(TerritorySeed.jurisdictions(), jurisdictions, LoadProgress.SILENT);
            long began = System.nanoTime();
            fill(jdbi, count);
            System.out.printf(Locale.ROOT, "%,d facilities in %.0f s%n", count, (System.nanoTime() - began) / 1e9);
            var directory = new PlaceDirectory(new JdbiPlaceSearch(jdbi), jurisdictions, FacilityStores.of(jdbi));
            var random = new SplittableRandom(1);
            measure("near, 10 km", directory, _ -> near(random, 10));
            measure("near, 2 km", directory, _ -> near(random, 2));
            var names = SeedData.localities().stream()
                    .map(LocalityRow::name)
                    .filter(name -> name.length() > 5)
                    .toList();
            measure("name contains", directory, _ -> named(Match.CONTAINS, names.get(random.nextInt(names.size()))));
            measure(
                    "name begins",
                    directory,
                    _ -> named(Match.STARTS_WITH, "USF " + names.get(random.nextInt(names.size()))));
        }
    }

    private static PlaceCondition near(SplittableRandom random, int kilometres) {
        return new PlaceCondition.IsNear(Circle.parse(String.format(
                Locale.ROOT, "%.5f|%.5f|%d|km", random.nextDouble(-27, -20), random.nextDouble(-62, -55), kilometres)));
    }

    private static PlaceCondition named(Match match, String text) {
        return new PlaceCondition.Entry(new EntryCondition.IsNamed(match, null, List.of(text)));
    }

    private static void measure(String what, PlaceDirectory directory, IntFunction<PlaceCondition> asked) {
        var millis = new double[QUESTIONS];
        long found = 0;
        int uncounted = 0;
        for (int i = -WARM_UP; i < QUESTIONS; i++) {
            var query = new PlaceQuery(List.of(new PlaceCondition.IsFacility(), asked.apply(i)), PAGE, 0);
            long start = System.nanoTime();
            var total = directory.find(query).total();
            if (i >= 0) {
                millis[i] = (System.nanoTime() - start) / 1e6;
                found += total == null ? 0 : total;
                uncounted += total == null ? 1 : 0;
            }
        }
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "%s: %.1f found each, not counted %d times; p50 %.2f, p99 %.2f, most %.2f ms%n",
                what,
                (double) found / Math.max(1, QUESTIONS - uncounted),
                uncounted,
                millis[QUESTIONS / 2],
                millis[QUESTIONS * 99 / 100],
                millis[QUESTIONS - 1]);
    }

    /** Rows as a publication would write them, made by the database itself, which takes minutes instead of hours. */
    private static void fill(Jdbi jdbi, int count) {
        var pattern = FacilitySeed.facilities().getFirst();
        var json = new StoredJson().write(pattern);
        jdbi.useTransaction(transaction -> {
            transaction.execute("SELECT setseed(0.5)");
            transaction.execute("""
                CREATE TEMP TABLE place_name AS SELECT row_number() OVER (ORDER BY n.entry_id, n.name) AS at, n.name, n.folded
                FROM directory_name n JOIN directory_entry e ON e.id = n.entry_id AND e.kind = 'Jurisdiction'
                """);
            transaction.createUpdate("""
                CREATE TEMP TABLE made AS
                SELECT 'f-' || lpad(to_hex(n), 12, '0') AS id, c.last + n AS change,
                    (ARRAY['USF', 'PS', 'CS', 'HD'])[1 + n % 4] || ' ' || p.name || ' ' || n % 997 AS name,
                    -27.5 + 8.2 * random() AS latitude, -62.6 + 8.3 * random() AS longitude, n
                FROM generate_series(1, :count) AS n CROSS JOIN change_counter c
                JOIN place_name p ON p.at = 1 + (n::bigint * 7919) % (SELECT count(*) FROM place_name)
                """).bind("count", count).execute();
            for (var statement : STATEMENTS) {
                var update = transaction.createUpdate(statement);
                if (statement.contains(":json")) {
                    update.bind("json", json);
                }
                update.execute();
            }
        });
        jdbi.useHandle(handle -> handle.execute("VACUUM ANALYZE"));
    }

    private static final List<String> STATEMENTS = List.of(
            "INSERT INTO change SELECT change, now(), 'created', 'Facility', id FROM made",
            "UPDATE change_counter SET last = last + (SELECT count(*) FROM made)",
            """
            INSERT INTO directory_entry (id, kind, version, active, content, at)
            SELECT id, 'Facility', 1, true, jsonb_set(jsonb_set(jsonb_set(:json::jsonb, '{id}', to_jsonb(id)),
                    '{name}', jsonb_build_object('printed', name, 'repaired', name)),
                '{site,position}', jsonb_build_object('latitude', latitude, 'longitude', longitude)), now()
            FROM made
            """,
            """
            INSERT INTO directory_entry_version (entry_id, version, content, at, change)
            SELECT m.id, 1, e.content, e.at, m.change FROM made m JOIN directory_entry e ON e.id = m.id
            """,
            "INSERT INTO directory_name SELECT id, 'WHOLE', name, lower(name), true FROM made",
            """
            INSERT INTO place (id, status, located, lies_in, managed_by, latitude, longitude, folded)
            SELECT id, 'active', true, 'py-dis-0000', 'py-rs-18', latitude, longitude, E'\n' || lower(name) FROM made
            """,
            """
            INSERT INTO place_type SELECT m.id, t.system, t.code FROM made m CROSS JOIN (VALUES
                ('https://profiles.ihe.net/ITI/mCSD/CodeSystem/IHE.mCSD.Organization.Location.Types', 'facility')) t (system, code)
            """);
}
