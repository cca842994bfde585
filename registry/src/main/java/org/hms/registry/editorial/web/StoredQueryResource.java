package org.hms.registry.editorial.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.hms.registry.editorial.StoredQueries;
import org.hms.registry.editorial.StoredQuery;
import org.hms.registry.web.ProblemException;
import org.hms.terminology.rdf.SparqlParameter;
import org.jspecify.annotations.Nullable;

/** SPARQL queries that stewards keep under a name and everybody with a token asks, with values for their parameters. */
@Path("/api/v1/stored-queries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Lexicon editing")
public final class StoredQueryResource {
    private final StoredQueries queries;
    private final SparqlDesk desk = new SparqlDesk();

    public StoredQueryResource(StoredQueries queries) {
        this.queries = queries;
    }

    /** A parameter: the name of a variable, and text, language, concept or number. */
    public record ParameterBody(
            @Nullable String name, @Nullable String kind) {
        SparqlParameter toParameter() {
            if (name == null || kind == null) {
                throw ProblemException.unprocessable("A parameter has a name and a kind");
            }
            try {
                return new SparqlParameter(name, SparqlParameter.Kind.valueOf(kind.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw ProblemException.unprocessable(
                        "A parameter's name is 1 to 30 letters and digits, its kind text, language, concept or number");
            }
        }
    }

    /** What a steward writes down. */
    public record QueryBody(
            @Nullable String title,
            @Nullable String query,
            @Nullable List<ParameterBody> parameters) {}

    /** All stored queries. */
    public record Queries(List<StoredQuery> items) {
        public Queries {
            items = List.copyOf(items);
        }
    }

    @GET
    @Operation(summary = "The stored queries with their parameters")
    public Queries list() {
        return new Queries(queries.list());
    }

    @GET
    @Path("{name}")
    @Operation(summary = "A stored query")
    public StoredQuery get(@PathParam("name") String name) {
        return Refusals.told(() -> queries.get(name));
    }

    @PUT
    @Path("{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"admin", "steward"})
    @Operation(summary = "Keeps a query under a name, in place of the one that has it")
    public StoredQuery put(
            @PathParam("name") String name, @Nullable QueryBody body, @Context SecurityContext security) {
        if (body == null || body.title() == null || body.query() == null) {
            throw ProblemException.unprocessable("The members title and query are needed");
        }
        var title = body.title();
        var query = body.query();
        var given = body.parameters() == null ? List.<ParameterBody>of() : body.parameters();
        if (given.stream().anyMatch(Objects::isNull)) {
            throw ProblemException.unprocessable("A parameter has a name and a kind");
        }
        var parameters = given.stream().map(ParameterBody::toParameter).toList();
        return Refusals.told(() -> queries.save(ProposalResource.caller(security), name, title, query, parameters));
    }

    @DELETE
    @Path("{name}")
    @RolesAllowed({"admin", "steward"})
    @Operation(summary = "Removes a stored query")
    public Response remove(@PathParam("name") String name) {
        return Refusals.told(() -> {
            queries.remove(name);
            return Response.noContent().build();
        });
    }

    @POST
    @Path("{name}/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({"application/sparql-results+json", "text/turtle"})
    @Operation(summary = "Answers a stored query; the body gives each parameter its value, {\"language\": \"gn\"}")
    public Response ask(@PathParam("name") String name, @Nullable Map<String, @Nullable String> values) {
        var given = new HashMap<String, String>();
        if (values != null) {
            values.forEach((parameter, value) -> {
                if (value != null) {
                    given.put(parameter, value);
                }
            });
        }
        return Refusals.told(() -> desk.answer(() -> queries.ask(name, given)));
    }
}
