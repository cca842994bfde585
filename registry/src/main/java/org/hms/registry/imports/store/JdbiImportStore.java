package org.hms.registry.imports.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.imports.ImportJob;
import org.hms.registry.imports.ImportJob.Counts;
import org.hms.registry.imports.ImportJob.Status;
import org.hms.registry.imports.ImportOrder;
import org.hms.registry.imports.ImportStore;
import org.hms.registry.store.StoredJson;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Rows of {@code import_job}. */
public final class JdbiImportStore implements ImportStore {

    private final Jdbi jdbi;
    private final StoredJson json = new StoredJson();

    public JdbiImportStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public ImportJob addOrFind(ImportJob job) {
        return jdbi.inTransaction(transaction -> {
            int added = insert(transaction, job);
            return added == 1
                    ? job
                    : transaction
                            .createQuery("""
                                    SELECT * FROM import_job
                                    WHERE source = :source AND digest = :digest
                                      AND status IN ('QUEUED', 'RUNNING', 'DONE')
                                    """)
                            .bind("source", job.order().source())
                            .bind("digest", job.digest())
                            .map((row, context) -> toJob(row))
                            .one();
        });
    }

    private int insert(Handle transaction, ImportJob job) {
        return transaction
                .createUpdate("""
                        INSERT INTO import_job (id, source, format, columns, digest, bytes, caller, status, accepted_at)
                        VALUES (:id, :source, :format, :columns, :digest, :bytes, :caller::jsonb, 'QUEUED', :at)
                        ON CONFLICT (source, digest) WHERE status IN ('QUEUED', 'RUNNING', 'DONE') DO NOTHING
                        """)
                .bind("id", job.id())
                .bind("source", job.order().source())
                .bind("format", job.order().format())
                .bind("columns", job.order().columns())
                .bind("digest", job.digest())
                .bind("bytes", job.bytes())
                .bind("caller", json.write(CallerRow.of(job.order().caller())))
                .bind("at", job.acceptedAt())
                .execute();
    }

    /** A caller as it stands in its column. */
    record CallerRow(
            String subject,
            Role role,
            @Nullable String source,
            @Nullable String country,
            String purpose) {
        static CallerRow of(Caller caller) {
            return new CallerRow(caller.subject(), caller.role(), caller.source(), caller.country(), caller.purpose());
        }

        Caller toCaller() {
            return new Caller(subject, role, source, country, purpose);
        }
    }

    @Override
    public Optional<ImportJob> find(String id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM import_job WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> toJob(row))
                .findOne());
    }

    @Override
    public List<ImportJob> list(@Nullable String source, int limit, int offset) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM import_job WHERE :source::text IS NULL OR source = :source
                        ORDER BY number DESC LIMIT :limit OFFSET :offset
                        """)
                .bind("source", source)
                .bind("limit", limit)
                .bind("offset", offset)
                .map((row, context) -> toJob(row))
                .list());
    }

    @Override
    public int count(@Nullable String source) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT count(*) FROM import_job WHERE :source::text IS NULL OR source = :source")
                .bind("source", source)
                .mapTo(Integer.class)
                .one());
    }

    @Override
    public List<String> busySources() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT DISTINCT source FROM import_job WHERE status IN ('QUEUED', 'RUNNING')")
                .mapTo(String.class)
                .list());
    }

    @Override
    public Optional<ImportJob> findNext(String source) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM import_job WHERE source = :source AND status IN ('QUEUED', 'RUNNING')
                        ORDER BY status = 'RUNNING' DESC, number LIMIT 1
                        """)
                .bind("source", source)
                .map((row, context) -> toJob(row))
                .findOne());
    }

    @Override
    public void begin(String id, Instant at, long total) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE import_job SET status = 'RUNNING', started_at = :at, total = :total
                        WHERE id = :id AND status = 'QUEUED'
                        """)
                .bind("id", id)
                .bind("at", at)
                .bind("total", total)
                .execute());
    }

    @Override
    public Status progress(String id, Counts counts, long reportSize) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        UPDATE import_job SET read = :read, created = :created, revised = :revised,
                            unchanged = :unchanged, refused = :refused, report_size = :reportSize
                        WHERE id = :id RETURNING status
                        """)
                .bind("id", id)
                .bind("read", counts.read())
                .bind("created", counts.created())
                .bind("revised", counts.revised())
                .bind("unchanged", counts.unchanged())
                .bind("refused", counts.refused())
                .bind("reportSize", reportSize)
                .mapTo(Status.class)
                .one());
    }

    @Override
    public boolean end(String id, Status status, @Nullable String failure, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                UPDATE import_job SET status = :status, failure = :failure, ended_at = :at
                                WHERE id = :id AND status IN ('QUEUED', 'RUNNING')
                                """)
                        .bind("id", id)
                        .bind("status", status)
                        .bind("failure", failure)
                        .bind("at", at)
                        .execute()
                == 1);
    }

    private ImportJob toJob(ResultSet row) throws SQLException {
        var total = row.getLong("total");
        boolean counted = !row.wasNull();
        return new ImportJob(
                row.getString("id"),
                new ImportOrder(
                        json.read(row.getString("caller"), CallerRow.class).toCaller(),
                        row.getString("source"),
                        ImportOrder.Format.valueOf(row.getString("format")),
                        row.getString("columns")),
                row.getString("digest"),
                row.getLong("bytes"),
                Status.valueOf(row.getString("status")),
                row.getString("failure"),
                counted ? total : null,
                new Counts(
                        row.getLong("read"),
                        row.getLong("created"),
                        row.getLong("revised"),
                        row.getLong("unchanged"),
                        row.getLong("refused")),
                row.getLong("report_size"),
                Objects.requireNonNull(instant(row, "accepted_at")),
                instant(row, "started_at"),
                instant(row, "ended_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
