package org.hms.registry.territory.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hms.registry.territory.DirectoryName;
import org.hms.registry.territory.EntryCondition;
import org.hms.registry.territory.EntryCondition.HasId;
import org.hms.registry.territory.EntryCondition.HasIdentifier;
import org.hms.registry.territory.EntryCondition.IsActive;
import org.hms.registry.territory.EntryCondition.IsNamed;
import org.hms.registry.territory.EntryCondition.TimeWindow;
import org.hms.registry.territory.EntryCondition.Wanted;
import org.hms.registry.territory.EntryCondition.WasUpdated;
import org.hms.registry.territory.NameFolding;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * The WHERE clause of a search over {@code directory_entry e}. Values only ever come in as bound parameters; the text
 * of the clause is made of what stands in the code.
 */
public final class Criteria {

    private static final String NOTHING = "false";

    private final List<String> clauses = new ArrayList<>();
    private final Map<String, Object> values;

    public Criteria() {
        this(new LinkedHashMap<>());
    }

    private Criteria(Map<String, Object> values) {
        this.values = values;
    }

    /** The criteria of a query within this one, over rows of its own; what they bind is bound to this one. */
    public Criteria nested() {
        return new Criteria(values);
    }

    public void require(EntryCondition condition) {
        require(
                switch (condition) {
                    case HasId(var ids) -> "e.id = ANY(" + bindTexts(ids) + ")";
                    case HasIdentifier(var wanted) ->
                        "e.id IN (SELECT i.entry_id FROM directory_identifier i WHERE "
                                + anyOf(wanted, token -> token("i.system", "i.value", token)) + ")";
                    case IsNamed named -> named(named);
                    case WasUpdated(var windows) -> anyOf(windows, this::updated);
                    case IsActive(var values) -> anyOf(values, value -> "e.active = " + bind(value));
                });
    }

    public void require(String clause) {
        clauses.add("(" + clause + ")");
    }

    /** Binds a value and gives the name it stands under in the clause. */
    public String bind(Object value) {
        var name = "c" + values.size();
        values.put(name, value);
        return ":" + name;
    }

    public String bindTexts(Collection<String> texts) {
        return bind(texts.toArray(String[]::new));
    }

    /** A clause for each alternative, joined by "or"; nothing when there is none. */
    public <A> String anyOf(Collection<A> alternatives, Function<A, String> toClause) {
        return alternatives.isEmpty()
                ? NOTHING
                : alternatives.stream().map(toClause).collect(Collectors.joining(" OR ", "(", ")"));
    }

    /** A token with or without a system; {@code system|} takes all of the system. */
    public String token(String systemColumn, String codeColumn, Wanted token) {
        var clauses = new ArrayList<String>(2);
        if (token.system() != null) {
            clauses.add(systemColumn + " = " + bind(token.system()));
        }
        if (!token.value().isEmpty()) {
            clauses.add(codeColumn + " = " + bind(token.value()));
        }
        return clauses.isEmpty() ? NOTHING : "(" + String.join(" AND ", clauses) + ")";
    }

    public String where() {
        return clauses.isEmpty() ? "true" : String.join("\n  AND ", clauses);
    }

    public <S extends SqlStatement<S>> S bindTo(S statement) {
        values.forEach((name, value) -> {
            if (value instanceof String[] texts) {
                statement.bindArray(name, String.class, (Object[]) texts);
            } else {
                statement.bind(name, value);
            }
        });
        return statement;
    }

    private String named(IsNamed named) {
        var names = anyOf(named.anyOf(), text -> switch (named.match()) {
            case EXACT -> "n.name = " + bind(text);
            case STARTS_WITH -> like(text, "");
            case CONTAINS -> like(text, "%");
        });
        return "e.id IN (SELECT n.entry_id FROM directory_name n WHERE " + names + part(named.part()) + ")";
    }

    /** Folding leaves letters, digits and spaces, so there is no wildcard to escape. */
    private String like(String text, String before) {
        var folded = NameFolding.fold(text);
        return folded.isEmpty() ? NOTHING : "n.folded LIKE " + bind(before + folded + "%");
    }

    private String part(DirectoryName.@Nullable Part part) {
        return part == null ? "" : " AND n.part = " + bind(part.name());
    }

    private String updated(TimeWindow window) {
        var clauses = new ArrayList<String>(2);
        if (window.from() != null) {
            clauses.add("e.at >= " + bind(window.from()));
        }
        if (window.until() != null) {
            clauses.add("e.at < " + bind(window.until()));
        }
        var within = clauses.isEmpty() ? "true" : String.join(" AND ", clauses);
        return (window.outside() ? "NOT (" : "(") + within + ")";
    }
}
