package org.hms.registry.openrefine.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hms.registry.openrefine.Candidate;
import org.hms.registry.openrefine.Catalogues;
import org.hms.registry.openrefine.Entity;
import org.hms.registry.openrefine.EntityCatalogue;
import org.hms.registry.openrefine.EntityProperty;
import org.hms.registry.openrefine.EntityType;
import org.hms.registry.territory.NameFolding;
import org.hms.registry.web.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The reconciliation service API 0.2 for facilities, the public part of the professionals, and terms.
 *
 * @see <a href="https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/">Reconciliation Service API 0.2</a>
 */
@Path("/reconcile/{catalogue: facilities|providers|terms/[a-z0-9-]+}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reconciliation services")
public final class ReconcileResource {

    private static final int SUGGESTIONS = 20;
    private static final int MOST_SKIPPED = 10_000;
    private static final Pattern CALLBACK = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$.]{0,127}");
    private static final String SCRIPT = "application/javascript;charset=utf-8";

    private static final String PROVIDERS = "providers";

    private final Catalogues catalogues;
    private final boolean open;

    /** @param open whether all but the professionals are asked about without a token */
    public ReconcileResource(Catalogues catalogues, boolean open) {
        this.catalogues = catalogues;
        this.open = open;
    }

    @GET
    @Operation(summary = "The manifest; with queries or extend what they ask for; with callback as a script")
    public Response ask(
            @PathParam("catalogue") String path,
            @QueryParam("queries") @Nullable String queries,
            @QueryParam("extend") @Nullable String extend,
            @QueryParam("callback") @Nullable String callback,
            @Context UriInfo uri) {
        var catalogue = catalogue(path);
        return queries == null && extend == null
                ? answer(
                        RefineAnswers.manifest(
                                catalogue, uri.getBaseUri() + "reconcile/" + path, !open || path.equals(PROVIDERS)),
                        callback)
                : asked(catalogue, queries, extend, callback);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(summary = "A batch of queries, or a query for extension, as form fields")
    public Response post(
            @PathParam("catalogue") String path,
            @FormParam("queries") @Nullable String queries,
            @FormParam("extend") @Nullable String extend,
            @FormParam("callback") @Nullable String callback) {
        return asked(catalogue(path), queries, extend, callback);
    }

    private static Response asked(
            EntityCatalogue catalogue, @Nullable String queries, @Nullable String extend, @Nullable String callback) {
        if ((queries == null) == (extend == null)) {
            throw ProblemException.badRequest("One of queries and extend is sent");
        }
        return answer(
                queries == null ? extended(catalogue, String.valueOf(extend)) : found(catalogue, queries), callback);
    }

    private static ObjectNode found(EntityCatalogue catalogue, String queries) {
        var results = new LinkedHashMap<String, List<Candidate>>();
        RefineQueries.batch(queries).forEach((name, query) -> results.put(name, catalogue.find(query)));
        return RefineAnswers.results(results);
    }

    private static ObjectNode extended(EntityCatalogue catalogue, String extend) {
        var wanted = RefineQueries.extension(extend);
        var properties = wanted.properties().stream()
                .map(id -> property(catalogue, id)
                        .findFirst()
                        .orElseThrow(() -> ProblemException.badParameter("extend", "asks for a property there is not")))
                .toList();
        return RefineAnswers.extension(properties, wanted.ids(), catalogue.get(wanted.ids()));
    }

    private static Stream<EntityProperty> property(EntityCatalogue catalogue, String id) {
        return catalogue.properties().stream().filter(property -> property.id().equals(id));
    }

    @GET
    @Path("properties")
    @Operation(summary = "What can be asked of entities by extension")
    public Response properties(
            @PathParam("catalogue") String path,
            @QueryParam("type") @Nullable String type,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("callback") @Nullable String callback) {
        var catalogue = catalogue(path);
        var properties = catalogue.properties();
        int most = limit == null ? properties.size() : number("limit", limit);
        var shown = properties.subList(0, most == 0 ? properties.size() : Math.min(most, properties.size()));
        var of = type == null ? catalogue.types().getFirst().id() : type;
        return answer(RefineAnswers.proposal(of, shown.size(), shown), callback);
    }

    @GET
    @Path("suggest/{kind: entity|property|type}")
    @Operation(summary = "Entities, properties or types whose name begins with a text; those behind the cursor")
    public Response suggest(
            @PathParam("catalogue") String path,
            @PathParam("kind") String kind,
            @QueryParam("prefix") @Nullable String prefix,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("callback") @Nullable String callback) {
        var catalogue = catalogue(path);
        if (prefix == null) {
            throw ProblemException.badParameter("prefix", "is what was typed so far");
        }
        int skip = cursor == null || cursor.isEmpty() ? 0 : number("cursor", cursor);
        var node = switch (kind) {
            case "entity" -> RefineAnswers.suggestedEntities(catalogue.suggest(prefix, skip, SUGGESTIONS));
            case "property" ->
                RefineAnswers.suggestedProperties(beginning(
                        catalogue.properties().stream()
                                .filter(EntityProperty::asked)
                                .toList(),
                        prefix,
                        EntityProperty::id,
                        EntityProperty::name,
                        skip));
            default ->
                RefineAnswers.suggestedTypes(
                        beginning(catalogue.types(), prefix, EntityType::id, EntityType::name, skip));
        };
        return answer(node, callback);
    }

    private static <T> List<T> beginning(
            List<T> all, String prefix, Function<T, String> id, Function<T, String> name, int skip) {
        var folded = NameFolding.fold(prefix);
        return all.stream()
                .filter(one -> NameFolding.fold(id.apply(one)).startsWith(folded)
                        || (" " + NameFolding.fold(name.apply(one))).contains(" " + folded))
                .skip(skip)
                .limit(SUGGESTIONS)
                .toList();
    }

    @GET
    @Path("flyout/{kind: entity|property|type}")
    @Operation(summary = "A line about an entity, a property or a type")
    public Response flyout(
            @PathParam("catalogue") String path,
            @PathParam("kind") String kind,
            @QueryParam("id") @Nullable String id,
            @QueryParam("callback") @Nullable String callback) {
        var catalogue = catalogue(path);
        var wanted = id == null ? "" : id;
        var html = switch (kind) {
            case "entity" -> {
                var entity = entity(catalogue, wanted);
                yield EntityPage.flyout(entity.name(), entity.description());
            }
            case "property" ->
                property(catalogue, wanted)
                        .findFirst()
                        .map(property -> EntityPage.flyout(property.name(), property.description()))
                        .orElseThrow(ReconcileResource::unknown);
            default ->
                catalogue.types().stream()
                        .filter(type -> type.id().equals(wanted))
                        .findFirst()
                        .map(type -> EntityPage.flyout(type.name(), type.id()))
                        .orElseThrow(ReconcileResource::unknown);
        };
        return answer(RefineAnswers.flyout(wanted, html), callback);
    }

    @GET
    @Path("preview")
    @Produces(MediaType.TEXT_HTML)
    @Operation(summary = "A small page about an entity, for a frame")
    public Response preview(@PathParam("catalogue") String path, @QueryParam("id") @Nullable String id) {
        var catalogue = catalogue(path);
        var page = EntityPage.of(entity(catalogue, id == null ? "" : id), catalogue.properties());
        return Response.ok(page)
                .type("text/html;charset=utf-8")
                .header("Content-Security-Policy", EntityPage.POLICY)
                .build();
    }

    private EntityCatalogue catalogue(String path) {
        return catalogues.find(path).orElseThrow(() -> ProblemException.notFound("There is no such scheme of terms"));
    }

    private static Entity entity(EntityCatalogue catalogue, String id) {
        var entity = catalogue.get(List.of(id)).get(id);
        if (entity == null) {
            throw unknown();
        }
        return entity;
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("Nothing has this id");
    }

    private static int number(String name, String text) {
        int number = text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
        if (number < 0 || number > MOST_SKIPPED) {
            throw ProblemException.badParameter(name, "is a whole number from 0 to " + MOST_SKIPPED);
        }
        return number;
    }

    /** As JSON, or as a script that hands the JSON to a function of the page that loads it. */
    private static Response answer(ObjectNode node, @Nullable String callback) {
        if (callback == null || callback.isEmpty()) {
            return Response.ok(node.toString())
                    .type("application/json;charset=utf-8")
                    .build();
        }
        if (!CALLBACK.matcher(callback).matches()) {
            throw ProblemException.badParameter("callback", "is the name of a function");
        }
        return Response.ok("/**/" + callback + "(" + node + ");").type(SCRIPT).build();
    }
}
