package org.hms.registry.editorial;

import java.time.Instant;
import java.util.List;
import org.hms.terminology.rdf.SparqlParameter;

/** A question about the lexicon that a steward has written down in SPARQL, for everybody to ask. */
public record StoredQuery(
        String name, String title, String query, List<SparqlParameter> parameters, String author, Instant at) {
    public StoredQuery {
        parameters = List.copyOf(parameters);
    }
}
