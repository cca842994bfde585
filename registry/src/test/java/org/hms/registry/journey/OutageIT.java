package org.hms.registry.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.hms.registry.job.CommandLines;
import org.hms.registry.patient.store.IntegrityCheck;
import org.hms.registry.store.Database;
import org.hms.registry.store.DatabaseSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The service killed, its database killed, in the midst of a feed, again and again: {@code -Doutage.kills} and
 * {@code -Doutage.databaseKills} say how often.
 */
final class OutageIT {

    private static final int KILLS = Integer.getInteger("outage.kills", 20);
    private static final int DATABASE_KILLS = Integer.getInteger("outage.databaseKills", 5);
    private static final int RECORDS = 400;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path home;

    private final Random random = new Random(20261125);

    @Test
    void killedAgainAndAgainTheServiceLosesAndDoublesNothing() throws Exception {
        var data = home.resolve("data");
        var senders = new Senders(data, RECORDS);
        for (int kill = 0; kill < KILLS; kill++) {
            try (var service = ServiceProcess.startOn(data)) {
                senders.requireEverythingKept();
                senders.requireFound(service, 10);
                int goal = senders.acknowledged() + 1 + random.nextInt(300);
                meanwhile(() -> sendTo(senders, service), () -> {
                    Eventually.until("some are acknowledged", PATIENCE, () -> senders.acknowledged() >= goal);
                    service.kill();
                    return null;
                });
            }
        }
        try (var service = ServiceProcess.startOn(data)) {
            senders.requireEverythingKept();
            assertSound(data);
            service.stop();
        }
        assertThat(senders.wrong()).isEmpty();
        assertIndexEqualsDatabase();
    }

    @Test
    void aDatabaseThatIsKilledComesBackAndNothingIsLostOrDoubled() throws Exception {
        var data = home.resolve("data");
        var senders = new Senders(data, RECORDS);
        try (var service = ServiceProcess.startOn(data)) {
            meanwhile(() -> sendTo(senders, service), () -> {
                for (int kill = 0; kill < DATABASE_KILLS; kill++) {
                    int goal = senders.acknowledged() + 1 + random.nextInt(300);
                    Eventually.until("some are acknowledged", PATIENCE, () -> senders.acknowledged() >= goal);
                    killOne(data, kill);
                }
                int goal = senders.acknowledged() + 100;
                Eventually.until("the service goes on by itself", PATIENCE, () -> senders.acknowledged() >= goal);
                senders.end();
                return null;
            });
            Eventually.until("the service is ready", Duration.ofSeconds(10), service::ready);
            senders.requireEverythingKept();
            senders.requireFound(service, RECORDS);
            assertSound(data);
            service.stop();
        }
        assertThat(senders.wrong()).isEmpty();
        assertIndexEqualsDatabase();
    }

    private static Void sendTo(Senders senders, ServiceProcess service) throws InterruptedException {
        senders.sendTo(service.uri());
        return null;
    }

    static void meanwhile(Callable<Void> one, Callable<Void> other) throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var done : threads.invokeAll(List.of(one, other))) {
                done.get();
            }
        }
    }

    /** In turn the server as a whole, and one of the processes that serve a connection. */
    private void killOne(Path data, int turn) throws Exception {
        long pid = Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                .getFirst()
                .strip());
        var server = ProcessHandle.of(pid).orElseThrow();
        var serving = server.children().toList();
        var victim = turn % 2 == 0 ? server : serving.get(random.nextInt(serving.size()));
        victim.destroyForcibly();
        victim.onExit().join();
    }

    private static void assertSound(Path data) {
        try (var database = Database.join(DatabaseSettings.EMBEDDED, data)) {
            assertThat(new IntegrityCheck(database.jdbi()).findings()).isEmpty();
        }
    }

    private void assertIndexEqualsDatabase() throws Exception {
        var out = new StringWriter();
        var configuration = home.resolve("registry.yml").toString();
        int code = CommandLines.create()
                .setOut(new PrintWriter(out, true))
                .execute("reindex", "--dry-run", "--json", "-c", configuration);
        var json = new ObjectMapper();
        assertThat(json.readTree(out.toString()))
                .isEqualTo(json.readTree("{\"missing\":0,\"superfluous\":0,\"different\":0}"));
        assertThat(code).isZero();
    }
}
