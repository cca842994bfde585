package org.hms.registry.patient.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.InstantSource;
import java.util.List;
import org.hms.registry.access.Caller;
import org.hms.registry.audit.AuditEntry;
import org.hms.registry.audit.AuditTrail;
import org.hms.registry.patient.SourceSystems;
import org.hms.registry.web.Page;
import org.hms.registry.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Who feeds: the source systems. None is deleted, since its records stay; it is suspended. */
@Path("/api/v1/sources")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sources")
public final class SourceResource {

    private final SourceSystems sources;
    private final AuditTrail audit;
    private final InstantSource clock;

    public SourceResource(SourceSystems sources, AuditTrail audit, InstantSource clock) {
        this.sources = sources;
        this.audit = audit;
        this.clock = clock;
    }

    /** One page of the sources, by their ids. */
    public record SourceList(int total, List<SourceView> results) {
        public SourceList {
            results = List.copyOf(results);
        }
    }

    @GET
    @RolesAllowed({"admin", "steward", "auditor"})
    @Operation(summary = "The source systems, with the identifier systems that each owns")
    public SourceList list(@BeanParam Page page) {
        var all = sources.list();
        return new SourceList(
                all.size(),
                all.stream()
                        .skip(page.offset())
                        .limit(page.limit())
                        .map(SourceView::of)
                        .toList());
    }

    @GET
    @Path("{id}")
    @RolesAllowed({"admin", "steward", "auditor"})
    @Operation(summary = "One source system")
    public SourceView get(@PathParam("id") String id) {
        return sources.find(id)
                .map(SourceView::of)
                .orElseThrow(() -> ProblemException.notFound("No source system has this id"));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("admin")
    @Operation(summary = "Add a source system, or change one; status SUSPENDED refuses its feeds and keeps its records")
    public Response put(@PathParam("id") String id, @Nullable SourceView body, @Context SecurityContext security) {
        if (body == null) {
            throw ProblemException.badRequest("A body with the source is needed");
        }
        var source = body.toSource(id);
        boolean isNew = sources.find(id).isEmpty();
        sources.replace(source).ifPresent(objection -> {
            throw ProblemException.conflict("The source cannot be so: " + objection);
        });
        audit.record(new AuditEntry(
                clock.instant(),
                (Caller) security.getUserPrincipal(),
                isNew ? "create" : "update",
                "SourceSystem",
                List.of(id),
                "success"));
        return Response.status(isNew ? Response.Status.CREATED : Response.Status.OK)
                .entity(SourceView.of(source))
                .build();
    }
}
