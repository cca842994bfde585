package org.hms.registry.patient;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.dropwizard.logging.common.BootstrapLogging;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.hms.registry.Foundation;
import org.hms.registry.RegistryConfiguration;
import org.hms.registry.patient.store.MembershipReport;
import org.hms.seed.people.Population;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Identity is derived from evidence: in whatever order and in whatever groups records come, who is whom is the same. */
final class FeedOrderIT {

    private static final int RECORDS = 30;
    private static final int SHUFFLES = 20;

    @TempDir
    private static Path data;

    private static Foundation foundation;

    @BeforeAll
    static void open() {
        BootstrapLogging.bootstrap(Level.WARN);
        var configuration = new RegistryConfiguration();
        configuration.setDataDirectory(data);
        configuration.setMatchModel(Path.of("../config/match-model.yml"));
        foundation = Foundation.open(configuration);
        SyntheticFeed.sources().forEach(foundation.patients()::put);
    }

    @AfterAll
    static void close() {
        foundation.close();
    }

    @ParameterizedTest(name = "population {0}")
    @ValueSource(longs = {2026, 7, 99})
    void whoIsWhomDoesNotDependOnTheOrderOfTheFeed(long seed) {
        var records = new ArrayList<IncomingRecord>();
        try (var people = Population.of(seed, RECORDS).records()) {
            people.forEach(record -> records.add(SyntheticFeed.incoming(record, seed)));
        }
        var random = new Random(seed);
        forgetEveryone();
        records.forEach(foundation.feed()::accept);
        var expected = partition();

        assertThat(expected.size()).as("persons").isLessThan(RECORDS).isGreaterThan(1);
        for (int shuffle = 0; shuffle < SHUFFLES; shuffle++) {
            Collections.shuffle(records, random);
            forgetEveryone();
            feedInGroups(records, random);
            assertThat(partition()).as("seed %d, shuffle %d", seed, shuffle).isEqualTo(expected);
        }
    }

    private static void feedInGroups(List<IncomingRecord> records, Random random) {
        for (int from = 0; from < records.size(); ) {
            int to = Math.min(records.size(), from + 1 + random.nextInt(8));
            foundation.feed().accept(records.subList(from, to));
            from = to;
        }
    }

    private static Set<Set<RecordKey>> partition() {
        var persons = new HashMap<String, Set<RecordKey>>();
        new MembershipReport(foundation.database().jdbi())
                .each((key, eid) ->
                        persons.computeIfAbsent(eid, any -> new HashSet<>()).add(key));
        return new HashSet<>(persons.values());
    }

    private static void forgetEveryone() {
        foundation.database().jdbi().useHandle(handle -> handle.execute("""
                TRUNCATE patient_record, patient_record_version, patient_identifier, evidence, decision, person,
                         golden_record, membership, lineage, review_task, record_quality, quality_cell
                CASCADE
                """));
        foundation.follower().rebuild();
    }
}
