package org.hms.registry.patient.store;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.dropwizard.logging.common.BootstrapLogging;
import java.nio.file.Path;
import java.util.ArrayList;
import org.hms.registry.Foundation;
import org.hms.registry.RegistryConfiguration;
import org.hms.registry.patient.IncomingRecord;
import org.hms.registry.patient.SyntheticFeed;
import org.hms.registry.patient.store.IntegrityCheck.Finding;
import org.hms.seed.people.Population;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check finds nothing in what the feed writes, and each fault that is planted in it. */
final class IntegrityCheckIT {

    private static final int RECORDS = 400;

    @TempDir
    private static Path data;

    private static Foundation foundation;

    @BeforeAll
    static void feedPeopleAndReviseSomeOfThem() {
        BootstrapLogging.bootstrap(Level.WARN);
        var configuration = new RegistryConfiguration();
        configuration.setDataDirectory(data);
        configuration.setMatchModel(Path.of("../config/match-model.yml"));
        foundation = Foundation.open(configuration);
        SyntheticFeed.sources().forEach(foundation.patients()::put);
        var records = new ArrayList<IncomingRecord>();
        try (var people = Population.of(11, RECORDS).records()) {
            people.forEach(record -> records.add(SyntheticFeed.incoming(record, 11)));
        }
        foundation.feed().accept(records);
        // As the next one says of himself, so that records move from person to person.
        for (int i = 0; i + 1 < RECORDS; i += 5) {
            var from = records.get(i);
            var said = records.get(i + 1).demographics();
            foundation
                    .feed()
                    .accept(new IncomingRecord(from.caller(), from.source(), from.key(), true, said, "revised"));
        }
    }

    @AfterAll
    static void close() {
        foundation.close();
    }

    @Test
    void whatTheFeedWritesIsSound() {
        assertThat(new IntegrityCheck(foundation.database().jdbi()).findings()).isEmpty();
        assertThat(foundation.follower().scrub().clean()).isTrue();
    }

    @Test
    void everyRuleHasAFaultPlantedBelow() throws NoSuchMethodException {
        var planted = IntegrityCheckIT.class
                .getDeclaredMethod("aPlantedFaultIsFound", String.class, String.class)
                .getAnnotation(CsvSource.class)
                .textBlock();

        assertThat(IntegrityRules.ALL).allMatch(rule -> planted.contains(rule.id() + ";"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            RECORD-01; DELETE FROM membership WHERE record_id = (SELECT min(id) FROM patient_record)
            RECORD-02; DROP INDEX membership_live@@ INSERT INTO membership (record_id, eid, from_change) SELECT record_id, (SELECT max(eid) FROM person WHERE active AND eid <> m.eid), from_change + 1 FROM membership m WHERE to_change IS NULL LIMIT 1
            RECORD-03; UPDATE membership SET to_change = from_change WHERE record_id = (SELECT min(id) FROM patient_record)@@ INSERT INTO membership (record_id, eid, from_change) SELECT record_id, eid, from_change + 7 FROM membership WHERE record_id = (SELECT min(id) FROM patient_record) LIMIT 1
            RECORD-04; DELETE FROM patient_record_version WHERE version = 1 AND record_id = (SELECT min(id) FROM patient_record)
            RECORD-04; UPDATE patient_record SET version = version + 1 WHERE id = (SELECT max(id) FROM patient_record)
            RECORD-05; UPDATE patient_record SET received_at = received_at - interval '1 day' WHERE id = (SELECT max(id) FROM patient_record)
            RECORD-06; UPDATE patient_record_version SET change = 1 WHERE version = 2
            RECORD-07; DELETE FROM patient_identifier i USING patient_record r WHERE i.record_id = r.id AND i.value = r.identifier_value
            RECORD-08; INSERT INTO patient_identifier SELECT min(id), 'urn:x', 'y' FROM patient_record
            RECORD-08; DELETE FROM patient_identifier i USING patient_record r WHERE i.record_id = r.id AND i.value <> r.identifier_value
            RECORD-09; ALTER TABLE patient_record DROP CONSTRAINT patient_record_source_fkey@@ UPDATE patient_record SET source = 'nobody' WHERE id = (SELECT max(id) FROM patient_record)
            PERSON-01; UPDATE membership SET to_change = from_change WHERE eid = (SELECT max(eid) FROM person WHERE active)
            PERSON-02; UPDATE person SET active = false WHERE eid = (SELECT max(eid) FROM person WHERE active)
            PERSON-03; UPDATE person SET active = false WHERE eid = (SELECT max(eid) FROM person p WHERE active AND NOT EXISTS (SELECT FROM lineage l WHERE l.from_eid = p.eid))
            PERSON-04; UPDATE person SET first_change = first_change + 100000 WHERE eid = (SELECT max(eid) FROM person)
            PERSON-04; UPDATE person SET first_change = 1000000 WHERE eid = (SELECT min(eid) FROM person)
            PERSON-05; DELETE FROM golden_record WHERE eid = (SELECT max(eid) FROM person)
            PERSON-06; UPDATE golden_record SET content = jsonb_set(content, '{provenance,0,sourceRecord}', '"elsewhere"')
            PERSON-07; UPDATE golden_record SET content = jsonb_set(content, '{provenance,0,recordVersion}', '99')
            PERSON-08; UPDATE golden_record SET content = jsonb_set(content, '{demographics,identifiers}', '[]')
            LINK-01; INSERT INTO decision (left_record, right_record, kind, decided_by, reason, decided_at) SELECT a.record_id, b.record_id, 'MUST_LINK', 'x', 'x', now() FROM membership a, membership b WHERE a.to_change IS NULL AND b.to_change IS NULL AND a.eid <> b.eid AND a.record_id < b.record_id LIMIT 1
            LINK-02; INSERT INTO decision (left_record, right_record, kind, decided_by, reason, decided_at) SELECT a.record_id, b.record_id, 'CANNOT_LINK', 'x', 'x', now() FROM membership a, membership b WHERE a.to_change IS NULL AND b.to_change IS NULL AND a.eid = b.eid AND a.record_id < b.record_id LIMIT 1
            LINK-03; INSERT INTO review_task (left_record, right_record, weight, rules, opened_at) SELECT a.record_id, b.record_id, 1, '{}', now() FROM membership a, membership b WHERE a.to_change IS NULL AND b.to_change IS NULL AND a.eid = b.eid AND a.record_id < b.record_id LIMIT 1
            LINK-04; UPDATE evidence SET weight = 'NaN' WHERE left_record = (SELECT min(left_record) FROM evidence)
            CHANGE-01; DELETE FROM change WHERE number = 17
            CHANGE-02; UPDATE change_counter SET last = last + 1
            CHANGE-03; UPDATE change SET subject_id = 'another' WHERE number = 5
            CHANGE-04; UPDATE membership SET from_change = 0 WHERE record_id = (SELECT min(id) FROM patient_record) AND to_change IS NULL
            """)
    void aPlantedFaultIsFound(String rule, String fault) {
        try (var handle = foundation.database().jdbi().open()) {
            handle.begin();
            for (var statement : fault.split("@@")) {
                handle.execute(statement);
            }

            var found = IntegrityCheck.findings(handle);

            assertThat(found).extracting(Finding::id).contains(rule);
            handle.rollback();
        }
    }
}
