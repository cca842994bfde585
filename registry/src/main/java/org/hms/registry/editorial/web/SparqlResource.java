package org.hms.registry.editorial.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.Semaphore;
import org.hms.registry.web.Problem;
import org.hms.registry.web.ProblemException;
import org.hms.terminology.rdf.LinkedData;
import org.hms.terminology.rdf.SparqlRefusal;
import org.jspecify.annotations.Nullable;

/** SPARQL 1.1 over the lexicon's current version, for stewards; reading only, within limits, two at a time. */
@Path("/api/v1/sparql")
@RolesAllowed({"admin", "steward"})
@Tag(name = "Lexicon editing")
public final class SparqlResource {
    private static final String TRUNCATED = "X-Truncated";
    private static final int AT_A_TIME = 2;

    private final LinkedData data;
    private final Semaphore running = new Semaphore(AT_A_TIME);

    public SparqlResource(LinkedData data) {
        this.data = data;
    }

    @GET
    @Operation(summary = "Answers a SPARQL query: SELECT and ASK as JSON results, CONSTRUCT as Turtle")
    public Response get(@QueryParam("query") @Nullable String query) {
        if (query == null || query.isBlank()) {
            throw ProblemException.badParameter("query", "is needed");
        }
        return answer(query);
    }

    @POST
    @Consumes("application/sparql-query")
    @Operation(summary = "The same, with the query as the body")
    public Response post(@Nullable String query) {
        if (query == null || query.isBlank()) {
            throw ProblemException.badRequest("A query is needed");
        }
        return answer(query);
    }

    private Response answer(String query) {
        if (!running.tryAcquire()) {
            throw new ProblemException(
                    Problem.of(503, "Service Unavailable", "Two queries are running; ask again in some seconds"));
        }
        try {
            var answer = data.query(query);
            return Response.ok(answer.body(), answer.mediaType() + ";charset=utf-8")
                    .header(TRUNCATED, answer.truncated())
                    .build();
        } catch (SparqlRefusal e) {
            var reason = String.valueOf(e.getMessage());
            throw e.tookTooLong() ? ProblemException.unprocessable(reason) : ProblemException.badRequest(reason);
        } finally {
            running.release();
        }
    }
}
