package org.hms.terminology.rdf;

import java.util.Set;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.walker.Walker;

/**
 * Lets queries through that read the graph at hand and nothing else: SELECT, ASK and CONSTRUCT of SPARQL 1.1, without FROM,
 * of operators and functions on a list. What is not on the list is refused, so that what a later Jena brings is refused too.
 */
final class SparqlGate {
    private static final int LONGEST = 8_192;
    private static final int DEEPEST = 32;
    private static final int MOST_SIGNS_IN_A_ROW = 16;
    private static final Set<Character> OPENING = Set.of('(', '{', '[');
    private static final Set<Character> CLOSING = Set.of(')', '}', ']');
    private static final String SIGNS = "!-+^";

    private SparqlGate() {}

    /** The parsed query; nothing is parsed that is too long or nested too deeply to be parsed without harm. */
    static Query admit(String text) throws SparqlRefusal {
        requireModestForm(text);
        var query = parse(text);
        if (!query.isSelectType() && !query.isAskType() && !query.isConstructType()) {
            throw new SparqlRefusal("Only SELECT, ASK and CONSTRUCT are answered");
        }
        if (query.hasDatasetDescription()) {
            throw new SparqlRefusal("FROM is not taken: the data set is the current version of the lexicon");
        }
        var guard = new AlgebraGuard();
        Walker.walk(Algebra.compile(query), guard, guard.expressions());
        var objection = guard.objection();
        if (!objection.isEmpty()) {
            throw new SparqlRefusal(objection);
        }
        return query;
    }

    private static void requireModestForm(String text) throws SparqlRefusal {
        if (text.length() > LONGEST) {
            throw new SparqlRefusal("A query has at most " + LONGEST + " characters");
        }
        var depth = 0;
        var signs = 0;
        for (var at = 0; at < text.length(); at++) {
            var sign = text.charAt(at);
            depth += OPENING.contains(sign) ? 1 : CLOSING.contains(sign) ? -1 : 0;
            signs = SIGNS.indexOf(sign) >= 0 ? signs + 1 : Character.isWhitespace(sign) ? signs : 0;
            if (depth > DEEPEST || signs > MOST_SIGNS_IN_A_ROW) {
                throw new SparqlRefusal("A query is nested at most " + DEEPEST + " deep");
            }
        }
    }

    private static Query parse(String text) throws SparqlRefusal {
        try {
            return QueryFactory.create(text, Syntax.syntaxSPARQL_11);
        } catch (QueryException e) {
            throw new SparqlRefusal("The query is no SPARQL 1.1: " + firstLine(String.valueOf(e.getMessage())));
        }
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}
