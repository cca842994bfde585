package org.hms.registry.upkeep.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hms.registry.upkeep.UpkeepStore;
import org.jdbi.v3.core.Jdbi;

/** Attestations are read from requests that were published; checks of endpoints have a table of their own. */
public final class JdbiUpkeepStore implements UpkeepStore {

    private final Jdbi jdbi;

    public JdbiUpkeepStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Map<String, Instant> attestations() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT coalesce(content #>> '{outcome,facility}', facility) AS facility,
                    max((content #>> '{outcome,at}')::timestamptz) AS at
                FROM curation_request WHERE state = 'PUBLISHED' GROUP BY 1
                """)
                .reduceRows(new HashMap<String, Instant>(), (found, row) -> {
                    found.put(
                            row.getColumn("facility", String.class),
                            row.getColumn("at", OffsetDateTime.class).toInstant());
                    return found;
                }));
    }

    @Override
    public Map<String, Check> checks() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT DISTINCT ON (endpoint) endpoint, at, answered, note FROM endpoint_check
                ORDER BY endpoint, at DESC
                """)
                .reduceRows(new HashMap<String, Check>(), (found, row) -> {
                    found.put(
                            row.getColumn("endpoint", String.class),
                            new Check(
                                    row.getColumn("at", OffsetDateTime.class).toInstant(),
                                    row.getColumn("answered", Boolean.class),
                                    row.getColumn("note", String.class)));
                    return found;
                }));
    }

    @Override
    public void add(String endpoint, Check check, String by) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO endpoint_check (endpoint, at, answered, note, caller)
                VALUES (:endpoint, :at, :answered, :note, :by) ON CONFLICT DO NOTHING
                """)
                .bind("endpoint", endpoint)
                .bind("at", check.at())
                .bind("answered", check.answered())
                .bind("note", check.note())
                .bind("by", by)
                .execute());
    }

    @Override
    public Set<String> placesWithServices() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                    SELECT DISTINCT l.target FROM directory_link l JOIN directory_entry e ON e.id = l.entry_id
                    JOIN care_entry c ON c.id = e.id
                    WHERE e.kind = 'HealthcareService' AND l.role = 'LOCATION' AND NOT c.withdrawn
                    """).mapTo(String.class).collect(Collectors.toSet()));
    }
}
