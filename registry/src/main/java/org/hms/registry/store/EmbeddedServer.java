package org.hms.registry.store;

import com.sun.management.OperatingSystemMXBean;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of our own under the data directory: durable, with a password, on a loopback port of its own choice.
 * A server left behind by a killed registry is stopped first, and one that dies is started again; its data are recovered by
 * PostgreSQL itself.
 */
final class EmbeddedServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** After a crash the server first reads what was written since the last checkpoint. */
    private static final Duration RECOVERY = Duration.ofMinutes(5);

    private final EmbeddedPostgres postgres;
    private final Path cluster;
    private final String password;
    private final ServerWatch watch;

    private EmbeddedServer(EmbeddedPostgres postgres, Path cluster, String password) {
        this.postgres = postgres;
        this.cluster = cluster;
        this.password = password;
        this.watch = new ServerWatch(cluster);
    }

    static EmbeddedServer start(Path dataDirectory) {
        try {
            var home = dataDirectory.toAbsolutePath();
            var cluster = home.resolve("postgres");
            Files.createDirectories(home);
            stopOrphan(cluster);
            var password = password(home.resolve("postgres-password"));
            var fresh = !Files.exists(cluster.resolve("PG_VERSION"));
            var server = new EmbeddedServer(launch(home, cluster, password), cluster, password);
            if (fresh) {
                server.requirePassword();
            }
            server.watch.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL server does not start", e);
        }
    }

    /** The JDBC URL of the server that runs on this data directory, when one does; used by commands that only read. */
    static Optional<String> runningOn(Path dataDirectory) {
        return Postmaster.of(dataDirectory.toAbsolutePath().resolve("postgres"))
                .filter(Postmaster::alive)
                .map(postmaster -> url(postmaster.port()));
    }

    static String password(Path file) throws IOException {
        if (Files.notExists(file)) {
            var secret = new byte[24];
            new SecureRandom().nextBytes(secret);
            PrivateFiles.write(file, HexFormat.of().formatHex(secret));
        }
        return Files.readString(file).strip();
    }

    private static EmbeddedPostgres launch(Path home, Path cluster, String password) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(cluster.toFile())
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(home.resolve("postgres-server").toFile())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(RECOVERY)
                .setConnectConfig("password", password)
                .setLocaleConfig("locale", "C.UTF-8")
                .setLocaleConfig("encoding", "UTF8")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", sharedMegabytes() + "MB")
                // A load of records writes much: fewer checkpoints, for a recovery of some seconds more after a crash.
                .setServerConfig("max_wal_size", 2 * sharedMegabytes() + "MB")
                .setServerConfig("checkpoint_timeout", "15min")
                .setServerConfig("wal_compression", "off")
                .setServerConfig("timezone", "UTC")
                .start();
    }

    /** An eighth of the machine's memory, of which nothing is taken before it is used. */
    private static long sharedMegabytes() {
        long bytes =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        return Math.clamp(bytes / 8 / 1_048_576, 256, 4_096);
    }

    private void requirePassword() throws IOException {
        try (var connection = DriverManager.getConnection(url(), "postgres", password);
                var statement = connection.createStatement()) {
            statement.execute("ALTER USER postgres PASSWORD '" + password + "'");
            var rules = List.of(
                    "local all all scram-sha-256",
                    "host all all 127.0.0.1/32 scram-sha-256",
                    "host all all ::1/128 scram-sha-256",
                    "");
            Files.writeString(cluster.resolve("pg_hba.conf"), String.join("\n", rules));
            statement.execute("SELECT pg_reload_conf()");
        } catch (SQLException e) {
            throw new IOException("The embedded server could not be given its password", e);
        }
    }

    private static void stopOrphan(Path cluster) {
        Postmaster.of(cluster).filter(Postmaster::alive).ifPresent(orphan -> {
            LOG.info("Stopping the PostgreSQL server that a killed registry left behind");
            orphan.stop(PATIENCE);
        });
    }

    String url() {
        return url(postgres.getPort());
    }

    private static String url(int port) {
        return String.format(Locale.ROOT, "jdbc:postgresql://localhost:%d/postgres", port);
    }

    String secret() {
        return password;
    }

    @Override
    public void close() throws IOException {
        watch.close();
        postgres.close();
    }
}
