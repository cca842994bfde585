package org.hms.registry.patient.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hms.registry.patient.IdentifierSystems;
import org.hms.registry.patient.PersonCondition;
import org.hms.registry.patient.PersonCondition.BirthSpan;
import org.hms.registry.patient.PersonCondition.Field;
import org.hms.registry.patient.PersonCondition.Match;
import org.hms.registry.patient.PersonCondition.Says;
import org.hms.registry.patient.PersonCondition.TimeWindow;
import org.hms.registry.patient.PersonCondition.WantedIdentifier;
import org.hms.registry.territory.NameFolding;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * The WHERE clause of a search over {@code person_search p}. Values only ever come in as bound parameters; the text of the
 * clause is made of what stands in the code.
 */
final class PersonCriteria {

    private static final String NOTHING = "false";

    private final PersonWords words;
    private final List<String> clauses = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    PersonCriteria(PersonWords words) {
        this.words = words;
    }

    void require(PersonCondition condition) {
        clauses.add(
                switch (condition) {
                    case PersonCondition.HasEid(var eids) -> "p.eid = ANY(" + bind(eids.toArray(String[]::new)) + ")";
                    case PersonCondition.HasIdentifier(var wanted) -> identified(wanted);
                    case Says says -> says(says);
                    case PersonCondition.HasPhone(var numbers) ->
                        matches(numbers.stream()
                                .map(PersonTerms::phone)
                                .map(PersonCriteria::term)
                                .toList());
                    case PersonCondition.HasSex(var sexes) -> anyOf(sexes, sex -> "p.sex = " + bind(sex.name()));
                    case PersonCondition.IsActive(var active) -> anyOf(active, is -> is ? "p.active" : "NOT p.active");
                    case PersonCondition.WasBorn(var spans) -> anyOf(spans, this::born);
                    case PersonCondition.WasUpdated(var windows) -> anyOf(windows, this::updated);
                    case PersonCondition.ShownTo(var source) -> shownTo(source == null ? "" : source);
                });
    }

    /** There are few confidential persons: they are listed once, and not looked for one by one. */
    private String shownTo(String source) {
        return """
                p.eid NOT IN (
                    SELECT m.eid FROM golden_mark g
                    JOIN membership m ON m.record_id = g.record_id AND m.to_change IS NULL
                    WHERE g.live AND g.field = 'confidential' AND NOT EXISTS (
                        SELECT 1 FROM membership o JOIN patient_record r ON r.id = o.record_id
                        WHERE o.eid = m.eid AND o.to_change IS NULL AND r.source = %s))\
                """.formatted(bind(source));
    }

    String where() {
        return clauses.isEmpty() ? "true" : String.join("\n  AND ", clauses);
    }

    <S extends SqlStatement<S>> S bindTo(S statement) {
        values.forEach((name, value) -> {
            if (value instanceof String[] texts) {
                statement.bindArray(name, String.class, (Object[]) texts);
            } else {
                statement.bind(name, value);
            }
        });
        return statement;
    }

    private String bind(Object value) {
        var name = "c" + values.size();
        values.put(name, value);
        return ":" + name;
    }

    private static <A> String anyOf(Collection<A> alternatives, Function<A, String> toClause) {
        return alternatives.isEmpty()
                ? NOTHING
                : alternatives.stream().map(toClause).collect(Collectors.joining(" OR ", "(", ")"));
    }

    /** One list of ids for all alternatives: joined by "or" they would have every person looked at. */
    private String identified(List<WantedIdentifier> wanted) {
        if (wanted.contains(new WantedIdentifier(IdentifierSystems.ENTERPRISE_ID, null))) {
            return "p.living";
        }
        var bearers = wanted.stream().map(this::bearers).flatMap(List::stream).toList();
        return bearers.isEmpty() ? NOTHING : "p.eid IN (" + String.join("\nUNION ALL ", bearers) + ")";
    }

    private List<String> bearers(WantedIdentifier wanted) {
        var value = wanted.value();
        if (IdentifierSystems.ENTERPRISE_ID.equals(wanted.system()) && value != null) {
            return List.of("SELECT CAST(" + bind(value) + " AS text)");
        }
        if (wanted.system() == null) {
            return value == null
                    ? List.of()
                    : List.of("SELECT CAST(" + bind(value) + " AS text)", bearersInAnySystem(bind(value)));
        }
        var narrowed = value == null ? "" : " AND i.value = " + bind(value);
        return List.of(bearers("patient_identifier i", "i.system = " + bind(wanted.system()) + narrowed));
    }

    /** The index begins with the system; there are few, and each is looked up in turn. */
    private static String bearersInAnySystem(String value) {
        return bearers("""
                (WITH RECURSIVE systems AS (
                     (SELECT system FROM patient_identifier ORDER BY system LIMIT 1)
                     UNION ALL
                     SELECT (SELECT n.system FROM patient_identifier n WHERE n.system > s.system
                             ORDER BY n.system LIMIT 1)
                     FROM systems s WHERE s.system IS NOT NULL)
                 SELECT system FROM systems WHERE system IS NOT NULL) s
                CROSS JOIN LATERAL (SELECT record_id FROM patient_identifier
                                    WHERE system = s.system AND value = %s OFFSET 0) i\
                """.formatted(value), "true");
    }

    /** What a withdrawn record carries is the person's only while no other record speaks. */
    private static String bearers(String from, String where) {
        return """
                SELECT m.eid FROM %s
                JOIN patient_record r ON r.id = i.record_id
                JOIN membership m ON m.record_id = i.record_id AND m.to_change IS NULL
                WHERE (r.active OR NOT (SELECT o.active FROM person_search o WHERE o.eid = m.eid)) AND %s\
                """.formatted(from, where);
    }

    private String says(Says says) {
        var wanted = new ArrayList<String>();
        for (var field : says.fields()) {
            for (var text : says.anyOf()) {
                wanted.addAll(terms(field, says.match(), text));
            }
        }
        return matches(wanted);
    }

    private List<String> terms(Field field, Match match, String text) {
        if (match == Match.EXACT) {
            return List.of(term(PersonTerms.exactly(field, text)));
        }
        var folded = NameFolding.fold(text);
        if (folded.isEmpty()) {
            return List.of();
        }
        var beginnings = match == Match.STARTS_WITH ? List.of(folded) : words.beginningsWith(field, folded);
        return beginnings.stream()
                .map(beginning -> term(PersonTerms.startingWith(field, beginning)) + ":*")
                .toList();
    }

    private String matches(List<String> terms) {
        return terms.isEmpty() ? NOTHING : "p.terms @@ CAST(" + bind(String.join(" | ", terms)) + " AS tsquery)";
    }

    /** A term as a query of Postgres quotes it. */
    private static String term(String term) {
        return "'" + term.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    private String born(BirthSpan span) {
        var from = bind(span.from());
        var until = bind(span.until());
        var within = "(p.born_from >= " + from + " AND p.born_from < " + until + " AND p.born_until <= " + until + ")";
        return switch (span.relation()) {
            case WITHIN -> within;
            case NOT_WITHIN -> "NOT " + within;
            case ENDS_AFTER -> "p.born_until > " + until;
            case STARTS_BEFORE -> "p.born_from < " + from;
            case WITHIN_OR_ENDS_AFTER -> "(p.born_until > " + until + " OR " + within + ")";
            case WITHIN_OR_STARTS_BEFORE -> "(p.born_from < " + from + " OR " + within + ")";
            case STARTS_AFTER -> "p.born_from >= " + until;
            case ENDS_BEFORE -> "p.born_until <= " + from;
            case OVERLAPS -> "(p.born_from < " + until + " AND p.born_until > " + from + ")";
        };
    }

    private String updated(TimeWindow window) {
        var within = new ArrayList<String>(2);
        if (window.from() != null) {
            within.add("p.updated_at >= " + bind(window.from()));
        }
        if (window.until() != null) {
            within.add("p.updated_at < " + bind(window.until()));
        }
        var clause = within.isEmpty() ? "true" : String.join(" AND ", within);
        return (window.outside() ? "NOT (" : "(") + clause + ")";
    }
}
