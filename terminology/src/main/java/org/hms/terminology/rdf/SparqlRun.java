package org.hms.terminology.rdf;

import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ResultSetStream;
import org.apache.jena.sparql.engine.binding.Binding;

/** Runs one admitted query within its limits. */
final class SparqlRun {
    private static final String JSON = "application/sparql-results+json";

    private final SparqlLimits limits;

    SparqlRun(SparqlLimits limits) {
        this.limits = limits;
    }

    SparqlAnswer run(Query query, Model model) throws SparqlRefusal {
        return run(query, model, Map.of());
    }

    SparqlAnswer run(Query query, Model model, Map<String, RDFNode> terms) throws SparqlRefusal {
        var builder = QueryExecution.model(model)
                .query(query)
                .set(ARQ.httpServiceAllowed, false)
                .timeout(limits.time().toMillis(), TimeUnit.MILLISECONDS);
        terms.forEach(builder::substitution);
        try (var execution = builder.build()) {
            if (query.isAskType()) {
                return ask(execution);
            }
            return query.isSelectType() ? select(execution) : construct(execution, model);
        } catch (QueryCancelledException e) {
            throw new SparqlRefusal(
                    "The query takes longer than " + limits.time().toSeconds() + " s and was stopped", true);
        }
    }

    private static SparqlAnswer ask(QueryExecution execution) {
        var out = new ByteArrayOutputStream();
        ResultSetFormatter.outputAsJSON(out, execution.execAsk());
        return new SparqlAnswer(JSON, out.toString(StandardCharsets.UTF_8), false);
    }

    private SparqlAnswer select(QueryExecution execution) {
        var results = execution.execSelect();
        var rows = new ArrayList<Binding>();
        while (rows.size() < limits.rows() && results.hasNext()) {
            rows.add(results.nextBinding());
        }
        var truncated = rows.size() == limits.rows() && results.hasNext();
        var variables = Var.varList(results.getResultVars());
        var out = new ByteArrayOutputStream();
        ResultSetFormatter.outputAsJSON(out, ResultSetStream.create(variables, rows.iterator()));
        return new SparqlAnswer(JSON, out.toString(StandardCharsets.UTF_8), truncated);
    }

    private SparqlAnswer construct(QueryExecution execution, Model source) {
        var triples = execution.execConstructTriples();
        var graph = ModelFactory.createDefaultModel();
        graph.setNsPrefixes(source.getNsPrefixMap());
        var count = 0;
        while (count < limits.rows() && triples.hasNext()) {
            graph.getGraph().add(triples.next());
            count++;
        }
        var truncated = count == limits.rows() && triples.hasNext();
        var out = new StringWriter();
        RDFDataMgr.write(out, graph, Lang.TURTLE);
        return new SparqlAnswer(RdfFormat.TURTLE.mediaType(), out.toString(), truncated);
    }
}
