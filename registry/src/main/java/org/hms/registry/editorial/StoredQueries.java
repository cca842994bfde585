package org.hms.registry.editorial;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.hms.registry.access.Caller;
import org.hms.registry.editorial.Refused.Kind;
import org.hms.terminology.rdf.LinkedData;
import org.hms.terminology.rdf.SparqlAnswer;
import org.hms.terminology.rdf.SparqlParameter;
import org.hms.terminology.rdf.SparqlRefusal;

/** Questions that stewards write and everybody asks, with values for their parameters; held to the same gate and limits. */
public final class StoredQueries {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
    private static final int LONGEST_TITLE = 200;
    private static final int MOST_PARAMETERS = 10;
    private static final int MOST_QUERIES = 500;

    private final LinkedData data;
    private final StoredQueryStore store;
    private final InstantSource clock;

    public StoredQueries(LinkedData data, StoredQueryStore store, InstantSource clock) {
        this.data = data;
        this.store = store;
        this.clock = clock;
    }

    /** Keeps it when the gate lets it through and each parameter is a variable of it. */
    public StoredQuery save(Caller caller, String name, String title, String query, List<SparqlParameter> parameters) {
        hold(NAME.matcher(name).matches(), "A name is 1 to 60 small letters, digits and dashes");
        hold(!title.isBlank() && title.length() <= LONGEST_TITLE, "A title has 1 to 200 characters");
        hold(parameters.size() <= MOST_PARAMETERS, "A query has at most 10 parameters");
        var names = new HashSet<String>();
        hold(parameters.stream().allMatch(parameter -> names.add(parameter.name())), "Each parameter stands once");
        hold(store.list().size() < MOST_QUERIES || store.find(name).isPresent(), "There are 500 queries already");
        try {
            data.requireAdmissible(query, parameters);
        } catch (SparqlRefusal e) {
            throw new Refused(Kind.INVALID, String.valueOf(e.getMessage()));
        }
        var saved = new StoredQuery(name, title.strip(), query, parameters, caller.subject(), clock.instant());
        store.put(saved);
        return saved;
    }

    /** Answers it for the current version of the lexicon. */
    public SparqlAnswer ask(String name, Map<String, String> values) throws SparqlRefusal {
        var query = get(name);
        var known = new HashMap<SparqlParameter, String>();
        for (var parameter : query.parameters()) {
            var value = values.get(parameter.name());
            hold(value != null, "The parameter " + parameter.name() + " is needed");
            known.put(parameter, value == null ? "" : value);
        }
        hold(known.size() == values.size(), "A value is given to no parameter of the query");
        return data.query(query.query(), known);
    }

    public StoredQuery get(String name) {
        return store.find(name).orElseThrow(() -> new Refused(Kind.NOT_FOUND, "There is no stored query of this name"));
    }

    public List<StoredQuery> list() {
        return store.list();
    }

    public void remove(String name) {
        if (!store.remove(name)) {
            throw new Refused(Kind.NOT_FOUND, "There is no stored query of this name");
        }
    }

    private static void hold(boolean holds, String otherwise) {
        if (!holds) {
            throw new Refused(Kind.INVALID, otherwise);
        }
    }
}
