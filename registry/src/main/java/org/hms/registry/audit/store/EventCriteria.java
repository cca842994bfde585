package org.hms.registry.audit.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hms.registry.audit.AuditCondition;
import org.hms.registry.audit.AuditLog;
import org.jdbi.v3.core.statement.Query;

/** Conditions on events as SQL, with every value bound. */
final class EventCriteria {

    /** Entries unfolded into events: one for each subject, or one for all of them. */
    static final String EVENTS = """
            audit_entry CROSS JOIN LATERAL (
                SELECT number::int AS part, ARRAY[subject] AS subjects
                FROM unnest(subject_ids) WITH ORDINALITY AS one (subject, number)
                WHERE action = ANY(:oneByOne) AND cardinality(subject_ids) > 1
                UNION ALL
                SELECT 0, subject_ids WHERE action <> ALL(:oneByOne) OR cardinality(subject_ids) <= 1
            ) AS event""";

    private final List<String> clauses = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    private EventCriteria() {}

    static EventCriteria of(List<AuditCondition> conditions) {
        var criteria = new EventCriteria();
        conditions.forEach(criteria::add);
        return criteria;
    }

    String where() {
        return clauses.isEmpty() ? "" : " WHERE " + String.join(" AND ", clauses);
    }

    Query bindTo(Query query) {
        query.bindArray("oneByOne", String.class, AuditLog.TOLD_ONE_BY_ONE.toArray());
        values.forEach((name, value) -> {
            if (value instanceof String[] texts) {
                query.bindArray(name, String.class, (Object[]) texts);
            } else {
                query.bind(name, value);
            }
        });
        return query;
    }

    private void add(AuditCondition condition) {
        clauses.add(
                switch (condition) {
                    case AuditCondition.HasId id ->
                        anyOf(
                                id.anyOf(),
                                one -> "(id = " + bound(one.entry()) + " AND part = " + bound(one.part()) + ")");
                    case AuditCondition.WasRecorded recorded -> anyOf(recorded.anyOf(), this::window);
                    case AuditCondition.IsAbout about ->
                        anyOf(
                                about.anySubject(),
                                subject -> "(subject_ids @> ARRAY[" + bound(subject)
                                        + "]::text[] AND subjects @> ARRAY[" + bound(subject) + "]::text[])");
                    case AuditCondition.WasDoneBy by -> "caller = ANY(" + texts(by.anyCaller()) + ")";
                    case AuditCondition.IsDeed deed ->
                        deed.orNoneOf().isEmpty()
                                ? anyOf(deed.anyOf(), this::deed)
                                : "(" + anyOf(deed.anyOf(), this::deed) + " OR NOT "
                                        + anyOf(deed.orNoneOf(), this::deed) + ")";
                    case AuditCondition.Ended ended ->
                        (ended.otherwise() ? "outcome <> ALL(" : "outcome = ANY(") + texts(ended.anyOutcome()) + ")";
                });
    }

    private String window(AuditCondition.Window window) {
        var within = new ArrayList<String>();
        if (window.from() != null) {
            within.add("at >= " + bound(window.from()));
        }
        if (window.until() != null) {
            within.add("at < " + bound(window.until()));
        }
        return (window.outside() ? "NOT (" : "(") + String.join(" AND ", within) + ")";
    }

    private String deed(AuditCondition.Deed deed) {
        var action = "action = " + bound(deed.action());
        return deed.subjectType() == null
                ? action
                : "(" + action + " AND subject_type = " + bound(deed.subjectType()) + ")";
    }

    private static <T> String anyOf(List<T> alternatives, Function<T, String> sql) {
        return alternatives.isEmpty()
                ? "false"
                : alternatives.stream().map(sql).collect(Collectors.joining(" OR ", "(", ")"));
    }

    private String texts(List<String> anyOf) {
        return bound(anyOf.toArray(String[]::new));
    }

    private String bound(Object value) {
        var name = "value" + values.size();
        values.put(name, value);
        return ":" + name;
    }
}
