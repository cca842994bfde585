package org.hms.registry.exchange.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.exchange.DirectoryImport.Format;
import org.hms.registry.exchange.DirectoryImportJob;
import org.hms.registry.exchange.DirectoryImportJob.Status;
import org.hms.registry.exchange.DirectoryImportJobStore;
import org.hms.registry.store.Overtaken;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Rows of {@code directory_import_job}; whoever takes lists in is an administrator. */
public final class JdbiDirectoryImportJobStore implements DirectoryImportJobStore {

    private static final String JOB =
            "SELECT id, source, format, mapping, caller, status, failure, result, accepted_at, ended_at FROM directory_import_job";

    private final Jdbi jdbi;

    public JdbiDirectoryImportJobStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void add(DirectoryImportJob job, byte[] file) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO directory_import_job (id, source, format, mapping, file, caller, status, accepted_at)
                        VALUES (:id, :source, :format, :mapping, :file, :caller, 'WAITING', :at)
                        """)
                .bind("id", job.id())
                .bind("source", job.source())
                .bind("format", job.format())
                .bind("mapping", job.mapping())
                .bind("file", file)
                .bind("caller", job.caller().subject())
                .bind("at", job.acceptedAt())
                .execute());
    }

    @Override
    public Optional<DirectoryImportJob> find(String id) {
        return jdbi.withHandle(handle -> handle.createQuery(JOB + " WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne());
    }

    @Override
    public Optional<byte[]> file(String id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT file FROM directory_import_job WHERE id = :id AND file IS NOT NULL")
                .bind("id", id)
                .map((row, context) -> row.getBytes("file"))
                .findOne());
    }

    @Override
    public List<DirectoryImportJob> list(int limit, int offset) {
        return jdbi.withHandle(handle -> handle.createQuery(JOB + " ORDER BY number DESC LIMIT :limit OFFSET :offset")
                .bind("limit", limit)
                .bind("offset", offset)
                .map((row, context) -> read(row))
                .list());
    }

    @Override
    public List<String> busySources() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT DISTINCT source FROM directory_import_job WHERE status = 'WAITING' ORDER BY source")
                .mapTo(String.class)
                .list());
    }

    @Override
    public Optional<DirectoryImportJob> findNext(String source) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        JOB + " WHERE source = :source AND status = 'WAITING' ORDER BY number LIMIT 1")
                .bind("source", source)
                .map((row, context) -> read(row))
                .findOne());
    }

    @Override
    public boolean end(String id, Status how, @Nullable String failure, @Nullable Long result, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        UPDATE directory_import_job
                        SET status = :status, failure = :failure, result = :result, ended_at = :at, file = NULL
                        WHERE id = :id AND status = 'WAITING'
                        """)
                        .bind("id", id)
                        .bind("status", how)
                        .bind("failure", failure)
                        .bind("result", result)
                        .bind("at", at)
                        .execute()
                == 1);
    }

    @Override
    public boolean isOvertaken(RuntimeException failure) {
        return failure instanceof Overtaken;
    }

    private static DirectoryImportJob read(ResultSet row) throws SQLException {
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        return new DirectoryImportJob(
                row.getString("id"),
                row.getString("source"),
                Format.valueOf(row.getString("format")),
                row.getString("mapping"),
                new Caller(row.getString("caller"), Role.ADMIN),
                Status.valueOf(row.getString("status")),
                row.getString("failure"),
                row.getObject("result", Long.class),
                row.getObject("accepted_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant());
    }
}
