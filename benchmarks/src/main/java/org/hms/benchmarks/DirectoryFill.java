package org.hms.benchmarks;

import ch.qos.logback.classic.Level;
import io.dropwizard.logging.common.BootstrapLogging;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.hms.registry.facility.FacilitySeed;
import org.hms.registry.store.Database;
import org.hms.registry.store.DatabaseSettings;
import org.hms.registry.store.StoredJson;
import org.hms.registry.territory.DirectoryLoad;
import org.hms.registry.territory.LoadProgress;
import org.hms.registry.territory.TerritorySeed;
import org.hms.registry.territory.store.JdbiDirectoryStore;
import org.jdbi.v3.core.Jdbi;

/** Fills the data directory of a registry to be with N synthetic facilities, spread over the country: {@code DirectoryFill N DIR}. */
public final class DirectoryFill {

    private DirectoryFill() {}

    public static void main(String[] args) throws IOException {
        BootstrapLogging.bootstrap(Level.WARN);
        int count = Integer.parseInt(args[0]);
        var folder = Files.createDirectories(Path.of(args[1]));
        try (var database = Database.open(DatabaseSettings.EMBEDDED, folder)) {
            var jdbi = database.jdbi();
            new DirectoryLoad(InstantSource.system(), DirectoryLoad.SEED)
                    .load(TerritorySeed.jurisdictions(), JdbiDirectoryStore.ofJurisdictions(jdbi), LoadProgress.SILENT);
            long began = System.nanoTime();
            fill(jdbi, count);
            System.out.printf(Locale.ROOT, "%,d facilities in %.0f s%n", count, (System.nanoTime() - began) / 1e9);
        }
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
                    (ARRAY['usf', 'ps', 'cs', 'hd'])[1 + n % 4] || ' ' || p.folded || ' ' || n % 997 AS folded,
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
            "INSERT INTO directory_name SELECT id, 'WHOLE', name, folded, true FROM made",
            """
            INSERT INTO place (id, status, located, lies_in, managed_by, latitude, longitude, folded)
            SELECT id, 'active', true, 'py-dis-0000', 'py-rs-18', latitude, longitude, E'\n' || folded FROM made
            """,
            """
            INSERT INTO place_type SELECT m.id, t.system, t.code FROM made m CROSS JOIN (VALUES
                ('https://profiles.ihe.net/ITI/mCSD/CodeSystem/IHE.mCSD.Organization.Location.Types', 'facility')) t (system, code)
            """);
}
