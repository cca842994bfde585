package org.hms.registry.quality.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hms.registry.patient.Provisional;
import org.hms.registry.quality.ProvisionalList;
import org.hms.registry.quality.QualityStore.Part;
import org.hms.registry.quality.RecordFindings.Reason;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Provisional persons found in Postgres: a record makes the person provisional from its first version on, until any active
 * record of the person names a document. States are told by the clock when they are asked for.
 */
public final class JdbiProvisionalList implements ProvisionalList {

    /** The persons, narrowed by a condition on memberships and one on groups. */
    private static final String PERSONS = """
            SELECT m.eid, min(q.first_received) AS since,
                   (min(q.first_received) AT TIME ZONE 'UTC' + CAST(:lasts AS interval)) AT TIME ZONE 'UTC' AS until,
                   array_agg(DISTINCT q.provisional) AS reasons,
                   array_agg(DISTINCT q.source) AS owners,
                   array_agg(q.record_id ORDER BY q.record_id) AS records
            FROM record_quality q JOIN membership m ON m.record_id = q.record_id AND m.to_change IS NULL
            WHERE q.provisional IS NOT NULL AND %s AND NOT EXISTS (
                SELECT 1 FROM membership o JOIN record_quality d ON d.record_id = o.record_id
                WHERE o.eid = m.eid AND o.to_change IS NULL AND d.documented)
            GROUP BY m.eid HAVING %s
            """;

    private static final Instant LONG_AGO = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant FAR_AHEAD = Instant.parse("9999-01-01T00:00:00Z");

    private final Jdbi jdbi;
    private final Provisional.Term term;
    private final InstantSource clock;

    public JdbiProvisionalList(Jdbi jdbi, Provisional.Term term, InstantSource clock) {
        this.jdbi = jdbi;
        this.term = term;
        this.clock = clock;
    }

    /** Those whose term ends after the first moment, and not after the second: the same edges as {@link Provisional}'s. */
    private record Window(Instant after, Instant upTo) {}

    private Window window(Provisional.State state) {
        var now = clock.instant();
        var warned = now.plus(term.warning());
        return switch (state) {
            case EXPIRED -> new Window(LONG_AGO, now);
            case EXPIRING -> new Window(now, warned);
            case CURRENT -> new Window(warned, FAR_AHEAD);
        };
    }

    @Override
    public Part<Entry> list(Provisional.State state, @Nullable String owner, int limit, int offset) {
        var within = within(owner);
        var window = window(state);
        return jdbi.withHandle(handle -> new Part<>(
                bind(window, owner, handle.createQuery("SELECT p.*, n.noticed_at " + within + """
                                LEFT JOIN provisional_notice n ON n.eid = p.eid AND n.since = p.since
                                WHERE p.until > :after AND p.until <= :upTo
                                ORDER BY p.since, p.eid LIMIT :limit OFFSET :offset
                                """))
                        .bind("limit", limit)
                        .bind("offset", offset)
                        .map((row, context) -> entry(row))
                        .list(),
                bind(
                                window,
                                owner,
                                handle.createQuery(
                                        "SELECT count(*) " + within + "WHERE p.until > :after AND p.until <= :upTo"))
                        .mapTo(Long.class)
                        .one()));
    }

    private static String within(@Nullable String owner) {
        return "FROM (" + PERSONS.formatted("true", owner == null ? "true" : "bool_or(q.source = :owner)") + ") AS p\n";
    }

    private <T extends SqlStatement<T>> T bind(Window window, @Nullable String owner, T statement) {
        statement
                .bind("lasts", term.lasts().toString())
                .bind("after", window.after())
                .bind("upTo", window.upTo());
        return owner == null ? statement : statement.bind("owner", owner);
    }

    private Entry entry(ResultSet row) throws SQLException {
        @Nullable OffsetDateTime noticed = row.getObject("noticed_at", OffsetDateTime.class);
        return new Entry(
                row.getString("eid"),
                term.stateOf(row.getObject("since", OffsetDateTime.class).toInstant(), clock),
                texts(row, "reasons").stream().map(Reason::valueOf).toList(),
                texts(row, "owners"),
                texts(row, "records"),
                noticed == null ? null : noticed.toInstant());
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    /** The provisional among these persons, each with its state. */
    Map<String, Provisional> among(Handle handle, Collection<String> eids) {
        return handle
                .createQuery(PERSONS.formatted("m.eid = ANY(:eids)", "true"))
                .bind("lasts", term.lasts().toString())
                .bindArray("eids", String.class, List.copyOf(eids))
                .map((row, context) -> Map.entry(
                        row.getString("eid"),
                        term.stateOf(
                                row.getObject("since", OffsetDateTime.class).toInstant(), clock)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public int sweep() {
        return jdbi.withHandle(
                handle -> bind(window(Provisional.State.EXPIRED), null, handle.createUpdate("""
                                INSERT INTO provisional_notice (eid, since, noticed_at)
                                SELECT p.eid, p.since, :now
                                """ + within(null) + """
                                WHERE p.until > :after AND p.until <= :upTo
                                ON CONFLICT DO NOTHING
                                """))
                        .bind("now", clock.instant())
                        .execute());
    }
}
