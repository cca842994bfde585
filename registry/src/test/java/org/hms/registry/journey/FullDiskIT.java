package org.hms.registry.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.access.TokenService;
import org.hms.registry.job.remote.ServiceClient;
import org.hms.registry.patient.store.IntegrityCheck;
import org.hms.registry.store.Database;
import org.hms.registry.store.DatabaseSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The data directory on a small disk of its own that somebody else fills; needs the right to mount one. */
final class FullDiskIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int RESERVE = 60;

    @TempDir
    private Path home;

    private Path disk;
    private Path data;
    private Path rubbish;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(home.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=500m", "tmpfs", disk.toString()) == 0,
                "SKIPPED: a full disk is tested only where a small one may be mounted");
        data = disk.resolve("data");
        rubbish = disk.resolve("rubbish");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", "--lazy", disk.toString());
    }

    @Test
    void writesAreRefusedReadsGoOnAndWithRoomAgainSoDoWrites() throws Exception {
        var senders = new Senders(data, 200);
        var wishes = TestConfiguration.Wishes.of(data).withDiskReserve(RESERVE);
        try (var service = ServiceProcess.start(wishes);
                var threads = Executors.newSingleThreadExecutor()) {
            var sending = threads.submit(() -> {
                senders.sendTo(service.uri());
                return null;
            });
            Eventually.until("some are acknowledged", PATIENCE, () -> senders.acknowledged() > 200);
            fillUpTo((RESERVE - 5) << 20);

            Eventually.until("writes are refused", PATIENCE, () -> write(service) == 507);
            senders.requireFound(service, 50);
            int before = senders.acknowledged();
            senders.requireFound(service, 50);
            assertThat(service.ready()).isFalse();
            assertThat(senders.acknowledged()).isEqualTo(before);

            Files.delete(rubbish);
            Eventually.until("writes go on", PATIENCE, () -> senders.acknowledged() > before + 50);

            fillUpTo(0);
            Eventually.until("writes are refused", PATIENCE, () -> write(service) >= 500);

            Files.delete(rubbish);
            int later = senders.acknowledged();
            Eventually.until("writes go on", PATIENCE, () -> senders.acknowledged() > later + 50);
            senders.end();
            sending.get();
            Eventually.until("the service is ready", PATIENCE, service::ready);
            senders.requireEverythingKept();
            senders.requireFound(service, 200);
            assertThat(senders.wrong()).isEmpty();
            try (var database = Database.join(DatabaseSettings.EMBEDDED, data)) {
                assertThat(new IntegrityCheck(database.jdbi()).findings()).isEmpty();
            }
            service.stop();
        }
    }

    private int write(ServiceProcess service) {
        var tokens = TokenService.withKeyIn(data.resolve("keys"));
        var token = tokens.mint(new Caller("test", Role.ADMIN), Duration.ofHours(1));
        var body = "{\"resourceType\":\"Patient\",\"identifier\":[{\"system\":\"%1$s\",\"value\":\"full-1\"}]}";
        var system = TestPatients.HIS;
        try (var client = new ServiceClient(service.uri(), token)) {
            return client.send(
                            "PUT",
                            "/fhir/Patient?identifier=" + ServiceClient.encode(system + "|full-1"),
                            "application/fhir+json",
                            body.formatted(system))
                    .status();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Writes until no more than so many bytes are left. */
    private void fillUpTo(long left) throws IOException {
        var block = new byte[1 << 20];
        try (OutputStream out = Files.newOutputStream(rubbish)) {
            while (Files.getFileStore(disk).getUsableSpace() > left) {
                out.write(block, 0, (int) Math.min(
                        block.length, Math.max(4096, Files.getFileStore(disk).getUsableSpace() - left)));
            }
        } catch (IOException e) {
            assertThat(left).as("the disk was filled to its end").isZero();
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
