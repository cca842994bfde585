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
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.hms.matching.person.Birth;
import org.hms.matching.person.Demographics;
import org.hms.matching.person.Identifier;
import org.hms.matching.person.PartialDate;
import org.hms.matching.person.PersonName;
import org.hms.matching.person.Residence;
import org.hms.matching.person.Sex;
import org.hms.registry.Foundation;
import org.hms.registry.RegistryConfiguration;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.job.SyntheticPeople;
import org.hms.registry.patient.SourceSystem.Sector;
import org.hms.registry.patient.store.MembershipReport;
import org.hms.seed.people.Population;
import org.hms.seed.people.SyntheticName;
import org.hms.seed.people.SyntheticRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Identity is derived from evidence: in whatever order and in whatever groups records come, who is whom is the same. */
final class FeedOrderIT {

    private static final int RECORDS = 30;
    private static final int SHUFFLES = 20;
    private static final List<String> SOURCES = List.of("mspbs-his", "ips", "private-net", "border-hospital");

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
        for (int i = 0; i < SOURCES.size(); i++) {
            var id = SOURCES.get(i);
            foundation.patients().put(new SourceSystem(id, id, Sector.MSPBS, SyntheticPeople.systemOf(id), i + 1));
        }
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
            people.forEach(record -> records.add(incoming(record, seed)));
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
                         golden_record, membership, lineage, review_task
                """));
        foundation.follower().rebuild();
    }

    private static IncomingRecord incoming(SyntheticRecord record, long seed) {
        var key = SyntheticPeople.keyOf(record, seed);
        var caller = new Caller("test", Role.SYSTEM, record.source(), null, Caller.TREATMENT);
        return new IncomingRecord(caller, record.source(), key, true, demographics(record), key.value());
    }

    private static Demographics demographics(SyntheticRecord record) {
        var date = record.birthDate() == null ? null : PartialDate.parse(record.birthDate());
        var mother = record.motherName() == null ? null : name(record.motherName());
        return new Demographics(
                List.of(name(record.name())),
                Sex.valueOf(record.sex().toUpperCase(Locale.ROOT)),
                new Birth(date, record.birthOrder(), mother),
                record.identifiers().stream()
                        .map(identifier -> new Identifier(identifier.system(), identifier.value()))
                        .toList(),
                residence(record),
                record.phones(),
                record.deceased());
    }

    private static PersonName name(SyntheticName name) {
        return new PersonName(name.given(), name.family(), name.married());
    }

    private static @Nullable Residence residence(SyntheticRecord record) {
        return record.department() == null && record.district() == null
                ? null
                : new Residence(record.department(), record.district(), record.localityName());
    }
}
