package org.hms.registry.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hms.registry.journey.TestPatients.HIS;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.audit.store.JdbiAuditTrail;
import org.hms.registry.job.CommandLines;
import org.hms.registry.privacy.Retention;
import org.hms.registry.privacy.Retention.Outlived;
import org.hms.registry.privacy.RetentionSettings;
import org.hms.registry.privacy.store.JdbiRetentionStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What has a term is removed when the term is over, and nothing else ever. */
@ExtendWith(SharedRegistry.class)
final class RetentionIT {

    private static final Instant NOW = Instant.parse("2026-11-23T06:30:00Z");

    private static RunningRegistry registry;

    @TempDir
    private Path imports;

    @BeforeAll
    static void start(RunningRegistry shared) {
        registry = shared;
        Feeding.fed(
                shared.client(new Caller("test-admin", Role.ADMIN)),
                HIS,
                "ret-1",
                "Anuncia | Morínigo Cuevas | 1951-05-05 | F | 2777111");
    }

    private Retention retention() {
        return new Retention(
                new RetentionSettings(10, 30, 5),
                new JdbiRetentionStore(registry.database()),
                imports,
                new JdbiAuditTrail(registry.database()),
                InstantSource.fixed(NOW));
    }

    @Test
    void theDryRunCountsWhatTheSweepThenRemoves() throws IOException {
        auditAt(NOW.minus(Duration.ofDays(3_700)));
        auditAt(NOW.minus(Duration.ofDays(3_600)));
        file("old.csv", NOW.minus(Duration.ofDays(31)));
        file("new.csv", NOW.minus(Duration.ofDays(29)));
        rectificationClosedAt(NOW.minus(Duration.ofDays(6 * 366)));
        rectificationClosedAt(NOW.minus(Duration.ofDays(4 * 366)));
        var records = records();

        var foretold = retention().sweep(true);

        assertThat(foretold).isEqualTo(new Outlived(1, 1, 1));
        assertThat(retention().sweep(true)).as("nothing was changed").isEqualTo(foretold);
        assertThat(retention().sweep(false)).isEqualTo(foretold);
        assertThat(retention().sweep(false).nothing()).isTrue();
        assertThat(imports.resolve("new.csv")).exists();
        assertThat(imports.resolve("old.csv")).doesNotExist();
        assertThat(count("SELECT count(*) FROM audit_entry WHERE action = 'ancient'"))
                .isEqualTo(1);
        assertThat(count("SELECT count(*) FROM rectification WHERE opened_by = 'ret' AND state = 'REFUSED'"))
                .as("outcomes stay")
                .isEqualTo(2);
        assertThat(count("SELECT count(*) FROM rectification WHERE opened_by = 'ret' AND wrong = ''"))
                .isEqualTo(1);
        assertThat(records()).isEqualTo(records);
        assertThat(count("SELECT count(*) FROM audit_entry WHERE action = 'retention'"))
                .isPositive();
    }

    @Test
    void theAuditTrailCanBeNeitherChangedNorEmptiedAndNothingYoungCanBeDeleted() {
        for (var statement : List.of(
                "UPDATE audit_entry SET caller = 'nobody'",
                "TRUNCATE audit_entry",
                "DELETE FROM audit_entry",
                "SET registry.retention_before = '2999-01-01'; DELETE FROM audit_entry WHERE at > now() - interval '1 day'")) {
            assertThatThrownBy(() -> registry.database().useTransaction(handle -> handle.execute(statement)))
                    .as(statement)
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void theCommandTellsWhatItWouldRemoveWhileTheServiceRuns() {
        var out = new StringWriter();
        var command = CommandLines.create();
        command.setOut(new PrintWriter(out, true));

        int exit = command.execute("--config", registry.configuration().toString(), "retention", "--dry-run", "--json");

        assertThat(exit).isZero();
        assertThat(out.toString()).contains("\"dryRun\" : true", "\"auditEntries\"");
    }

    private static void auditAt(Instant at) {
        registry.database()
                .useHandle(handle -> handle.createUpdate("""
                        INSERT INTO audit_entry (at, caller, role, purpose, action, subject_type, subject_ids, outcome)
                        VALUES (:at, 'ret', 'admin', 'TREAT', 'ancient', 'Person', '{}', 'success')
                        """).bind("at", at).execute());
    }

    private void file(String name, Instant changed) throws IOException {
        var file = Files.writeString(imports.resolve(name), "invented");
        Files.setLastModifiedTime(file, FileTime.from(changed));
    }

    private static void rectificationClosedAt(Instant at) {
        registry.database()
                .useHandle(handle -> handle.createUpdate("""
                        INSERT INTO rectification (eid, field, wrong, evidence, record_id, source, opened_by, opened_at,
                                                   due_at, state, reason, closed_by, closed_at)
                        SELECT m.eid, 'name', 'w', 'e', r.id, r.source, 'ret', :at, :at, 'REFUSED', 'why', 'ret', :at
                        FROM patient_record r JOIN membership m ON m.record_id = r.id AND m.to_change IS NULL
                        WHERE r.identifier_value = 'ret-1'
                        """).bind("at", at).execute());
    }

    private static List<Long> records() {
        return List.of(
                count("SELECT count(*) FROM patient_record"),
                count("SELECT count(*) FROM patient_record_version"),
                count("SELECT count(*) FROM evidence"),
                count("SELECT count(*) FROM decision"),
                count("SELECT count(*) FROM membership"));
    }

    private static long count(String question) {
        return registry.database()
                .withHandle(
                        handle -> handle.createQuery(question).mapTo(Long.class).one());
    }
}
