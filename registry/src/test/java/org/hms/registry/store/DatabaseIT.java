package org.hms.registry.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The embedded server as a newcomer meets it: it keeps what it was given, whatever happens to the process. */
final class DatabaseIT {

    @TempDir(cleanup = CleanupMode.ALWAYS)
    private Path data;

    @Test
    void whatWasWrittenIsThereAfterARestart() {
        try (var database = Database.open(DatabaseSettings.EMBEDDED, data)) {
            new InstanceProperties(database.jdbi()).put("greeting", "mba'éichapa");
        }
        try (var database = Database.open(DatabaseSettings.EMBEDDED, data)) {
            assertThat(new InstanceProperties(database.jdbi()).find("greeting")).contains("mba'éichapa");
        }
    }

    @Test
    void commitsAreDurableAndThePasswordIsAsked() {
        try (var database = Database.open(DatabaseSettings.EMBEDDED, data)) {
            for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                String value = database.jdbi()
                        .withHandle(handle -> handle.createQuery("SHOW " + setting)
                                .mapTo(String.class)
                                .one());
                assertThat(value).as(setting).isEqualTo("on");
            }
            var url = EmbeddedServer.runningOn(data).orElseThrow();
            assertThatThrownBy(() -> Database.open(new DatabaseSettings(url, "postgres", "guess", "", 1), data))
                    .hasStackTraceContaining("password authentication failed");
        }
    }

    /** The embedded server of one registry serves here as the external one of another: the code behind is the same. */
    @Test
    void anExternalServerIsNamedByItsUrlAndItsPasswordMayStandInAFile() {
        try (var host = Database.open(DatabaseSettings.EMBEDDED, data)) {
            host.jdbi().useHandle(handle -> handle.execute("CREATE DATABASE elsewhere"));
            var url = EmbeddedServer.runningOn(data).orElseThrow().replace("/postgres", "/elsewhere");
            var password = data.resolve("postgres-password").toString();
            try (var external = Database.open(new DatabaseSettings(url, "postgres", "", password, 2), data)) {
                new InstanceProperties(external.jdbi()).put("where", "elsewhere");
                assertThat(new InstanceProperties(external.jdbi()).find("where"))
                        .contains("elsewhere");
                assertThat(new InstanceProperties(host.jdbi()).find("where")).isEmpty();
            }
        }
    }

    /** A process of its own opens the database, writes, and is killed without mercy; its server is left behind. */
    @Test
    void aServerLeftBehindByAKilledProcessIsTakenOverWithItsData() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        data.toString())
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("writer.log").toFile())
                .start();
        while (Files.notExists(data.resolve("written"))) {
            assertThat(process.waitFor(50, TimeUnit.MILLISECONDS))
                    .as(() -> "the writer ended early: " + log())
                    .isFalse();
        }
        process.destroyForcibly().waitFor();
        assertThat(EmbeddedServer.runningOn(data)).as("the orphan").isPresent();

        try (var database = Database.open(DatabaseSettings.EMBEDDED, data)) {
            assertThat(new InstanceProperties(database.jdbi()).find("last word"))
                    .contains("kept");
        }
        assertThat(EmbeddedServer.runningOn(data)).isEmpty();
    }

    private String log() {
        try {
            return Files.readString(data.resolve("writer.log"));
        } catch (java.io.IOException e) {
            return e.toString();
        }
    }

    @Test
    void aStaleLockFileIsNoHindrance() throws Exception {
        Database.open(DatabaseSettings.EMBEDDED, data).close();
        var nobody = ProcessHandle.current().pid();
        Files.write(
                data.resolve("postgres/postmaster.pid"),
                List.of(Long.toString(nobody), data.toString(), "0", "5432", "/tmp", "localhost", "0 0"));

        try (var database = Database.open(DatabaseSettings.EMBEDDED, data)) {
            assertThat(new InstanceProperties(database.jdbi()).find("none")).isEmpty();
        }
    }

    @Test
    void everyMigrationCanBeTakenBack() {
        try (var database = Database.open(DatabaseSettings.EMBEDDED, data)) {
            database.jdbi().useHandle(handle -> handle.execute("CREATE DATABASE rollback_proof"));
            var url = EmbeddedServer.runningOn(data).orElseThrow().replace("/postgres", "/rollback_proof");
            var source = new org.postgresql.ds.PGSimpleDataSource();
            source.setUrl(url);
            source.setUser("postgres");
            source.setPassword(new DatabaseSettings(
                            "", "", "", data.resolve("postgres-password").toString(), 1)
                    .secret());
            Migrations.proveRollbacks(source);
        }
    }

    @Test
    void twoRegistriesDoNotShareADataDirectory() {
        try (var first = DataDirectory.claim(data)) {
            assertThat(first.path()).isEqualTo(data);
            assertThatThrownBy(() -> DataDirectory.claim(data)).isInstanceOf(DataDirectory.DataDirectoryInUse.class);
        }
        DataDirectory.claim(data).close();
    }
}
