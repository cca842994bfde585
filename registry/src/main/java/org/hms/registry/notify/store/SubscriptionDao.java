package org.hms.registry.notify.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hms.registry.notify.Event;
import org.hms.registry.notify.Progress;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Rows of {@code subscription} and {@code subscription_event}. */
@RegisterConstructorMapper(SubscriptionRow.class)
@RegisterConstructorMapper(Progress.class)
@RegisterConstructorMapper(Event.class)
@RegisterConstructorMapper(SubscriptionDao.Scanned.class)
public interface SubscriptionDao {

    String COLUMNS = """
            SELECT id, version, status, error, owner, owner_role, owner_source, owner_purpose, criteria, filters, channel,
                   headers, details, ends_at, changed_at
            FROM subscription
            """;

    /** How far the search for events has come. */
    record Scanned(String id, long scannedTo, long events) {}

    @SqlUpdate("""
            INSERT INTO subscription (id, version, status, owner, owner_role, owner_source, owner_purpose, criteria,
                                      filters, channel, headers, details, ends_at, changed_at, scanned_to)
            VALUES (:id, :version, :status, :owner, :ownerRole, :ownerSource, :ownerPurpose, :criteria,
                    :filters, :channel::jsonb, :headers, :details::jsonb, :endsAt, :changedAt, :scannedTo)
            """)
    void insert(@BindMethods SubscriptionRow row, long scannedTo);

    @SqlUpdate("""
            UPDATE subscription SET version = :version, status = :status, error = NULL, criteria = :criteria,
                filters = :filters, channel = :channel::jsonb, headers = :headers, details = :details::jsonb,
                ends_at = :endsAt, changed_at = :changedAt, attempts = 0, next_try = NULL, next_heartbeat = NULL,
                scanned_to = CASE WHEN :startsAt >= 0 THEN :startsAt ELSE scanned_to END,
                delivered = CASE WHEN :startsAt >= 0 THEN events ELSE delivered END
            WHERE id = :id AND version = :before
            """)
    boolean replace(@BindMethods SubscriptionRow row, int before, long startsAt);

    @SqlUpdate("DELETE FROM subscription WHERE id = :id")
    boolean delete(String id);

    @SqlQuery(COLUMNS + "WHERE id = :id")
    Optional<SubscriptionRow> find(String id);

    @SqlQuery(COLUMNS + "ORDER BY id")
    List<SubscriptionRow> list();

    @SqlQuery("""
            SELECT scanned_to, events, delivered, attempts, next_try, next_heartbeat FROM subscription WHERE id = :id
            """)
    Optional<Progress> findProgress(String id);

    @SqlQuery("SELECT id, scanned_to, events FROM subscription WHERE status <> 'OFF'")
    List<Scanned> listWatching();

    @SqlQuery("SELECT id, scanned_to, events FROM subscription WHERE id = ANY(:ids) ORDER BY id FOR UPDATE")
    List<Scanned> lock(List<String> ids);

    @SqlUpdate("UPDATE subscription SET scanned_to = :scannedTo, events = :events WHERE id = :id")
    void scanned(@BindMethods Scanned scanned);

    @SqlQuery("""
            SELECT number, change, at, eid, kind FROM subscription_event
            WHERE subscription_id = :id AND number >= :from AND number <= :to ORDER BY number LIMIT :limit
            """)
    List<Event> listEvents(String id, long from, long to, int limit);

    @SqlQuery(COLUMNS + """
            WHERE status IN ('REQUESTED', 'ACTIVE') AND (next_try IS NULL OR next_try <= :now)
              AND (status = 'REQUESTED' OR events > delivered OR next_heartbeat <= :now)
            ORDER BY next_try NULLS FIRST, id
            """)
    List<SubscriptionRow> listDue(Instant now);

    @SqlUpdate("""
            UPDATE subscription SET delivered = greatest(delivered, :upTo), attempts = 0, next_try = NULL,
                next_heartbeat = :nextHeartbeat
            WHERE id = :id AND version = :version
            """)
    void delivered(String id, int version, long upTo, @Nullable Instant nextHeartbeat);

    @SqlUpdate("""
            UPDATE subscription SET attempts = attempts + 1, next_try = :nextTry WHERE id = :id AND version = :version
            """)
    void failed(String id, int version, Instant nextTry);

    @SqlUpdate("""
            UPDATE subscription SET version = version + 1, status = :status, error = nullif(:error, ''), attempts = 0,
                next_try = NULL, next_heartbeat = :nextHeartbeat, changed_at = :now
            WHERE id = :id AND version = :version
            """)
    void stand(String id, int version, String status, String error, Instant now, @Nullable Instant nextHeartbeat);

    @SqlUpdate("""
            UPDATE subscription SET version = version + 1, status = 'OFF', changed_at = :now
            WHERE status <> 'OFF' AND (ends_at <= :now OR status = 'ERROR' AND changed_at < :keptSince)
            """)
    void end(Instant now, Instant keptSince);

    @SqlUpdate("""
            DELETE FROM subscription_event e USING subscription s
            WHERE s.id = e.subscription_id AND e.at < :keptSince AND (e.number <= s.delivered OR s.status = 'OFF')
            """)
    void forget(Instant keptSince);
}
