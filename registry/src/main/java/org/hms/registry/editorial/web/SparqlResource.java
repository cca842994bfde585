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
import org.hms.registry.web.ProblemException;
import org.hms.terminology.rdf.LinkedData;
import org.jspecify.annotations.Nullable;

/** SPARQL 1.1 over the lexicon's current version, for stewards; reading only, within limits, two at a time. */
@Path("/api/v1/sparql")
@RolesAllowed({"admin", "steward"})
@Tag(name = "Lexicon editing")
public final class SparqlResource {
    private final LinkedData data;
    private final SparqlDesk desk = new SparqlDesk();

    public SparqlResource(LinkedData data) {
        this.data = data;
    }

    @GET
    @Operation(summary = "Answers a SPARQL query: SELECT and ASK as JSON results, CONSTRUCT as Turtle")
    public Response get(@QueryParam("query") @Nullable String query) {
        if (query == null || query.isBlank()) {
            throw ProblemException.badParameter("query", "is needed");
        }
        return desk.answer(() -> data.query(query));
    }

    @POST
    @Consumes("application/sparql-query")
    @Operation(summary = "The same, with the query as the body")
    public Response post(@Nullable String query) {
        if (query == null || query.isBlank()) {
            throw ProblemException.badRequest("A query is needed");
        }
        return desk.answer(() -> data.query(query));
    }
}
