package org.hms.registry.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;
import org.jspecify.annotations.Nullable;

/** The one truth: a connection pool on PostgreSQL, embedded or external, migrated before anyone sees it. */
public final class Database implements AutoCloseable {

    private static final Duration WAIT_FOR_CONNECTION = Duration.ofSeconds(5);

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final @Nullable EmbeddedServer server;

    private Database(HikariDataSource pool, @Nullable EmbeddedServer server) {
        this.pool = pool;
        this.server = server;
        this.jdbi = Jdbi.create(pool).installPlugin(new SqlObjectPlugin()).installPlugin(new PostgresPlugin());
    }

    /** Opens the database, starting the embedded server if that is the setting, and brings the schema up to date. */
    public static Database open(DatabaseSettings settings, Path dataDirectory) {
        var server = settings.embedded() ? EmbeddedServer.start(dataDirectory) : null;
        try {
            var pool = server == null
                    ? pool(settings.url(), settings.user(), settings.secret(), settings.poolSize())
                    : pool(server.url(), "postgres", server.secret(), settings.poolSize());
            try {
                Migrations.run(pool);
                var database = new Database(pool, server);
                SuspendedKeys.restore(database.jdbi, () -> {});
                return database;
            } catch (RuntimeException e) {
                pool.close();
                throw e;
            }
        } catch (RuntimeException e) {
            closeQuietly(server, e);
            throw e;
        }
    }

    /** The same for a registry that writes: it stops while fewer bytes than the reserve are left on the data directory's disk. */
    public static Database open(DatabaseSettings settings, Path dataDirectory, long reserve) {
        var database = open(settings, dataDirectory);
        database.room().keepFree(dataDirectory, reserve);
        return database;
    }

    /** Joins the database of a registry that is running, or opens it when none is; for commands that only read. */
    public static Database join(DatabaseSettings settings, Path dataDirectory) {
        if (!settings.embedded()) {
            return open(settings, dataDirectory);
        }
        return EmbeddedServer.runningOn(dataDirectory)
                .map(url -> {
                    try {
                        var secret = EmbeddedServer.password(dataDirectory.resolve("postgres-password"));
                        return new Database(pool(url, "postgres", secret, 2), null);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .orElseGet(() -> open(settings, dataDirectory));
    }

    private static HikariDataSource pool(String url, String user, String password, int size) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(WAIT_FOR_CONNECTION.toMillis());
        config.setPoolName("registry");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("ApplicationName", "hms-registry");
        // Details of an error quote rows, and rows tell of people.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        return new HikariDataSource(config);
    }

    private static void closeQuietly(@Nullable EmbeddedServer server, RuntimeException cause) {
        if (server != null) {
            try {
                server.close();
            } catch (IOException e) {
                cause.addSuppressed(e);
            }
        }
    }

    public Jdbi jdbi() {
        return jdbi;
    }

    /** Whether there is room to write. */
    public StorageRoom room() {
        return jdbi.getConfig(StorageRoom.class);
    }

    public DataSource dataSource() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
        if (server != null) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException("The embedded PostgreSQL server did not stop cleanly", e);
            }
        }
    }
}
