package org.hms.registry.privacy.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.audit.AuditEntry;
import org.hms.registry.audit.AuditTrail;
import org.hms.registry.patient.Person;
import org.hms.registry.privacy.Rectification.Statement;
import org.hms.registry.privacy.RectificationStore;
import org.hms.registry.privacy.RectificationStore.Wanted;
import org.hms.registry.privacy.Rectifications;
import org.hms.registry.privacy.web.RectificationView.RectificationPage;
import org.hms.registry.web.Page;
import org.hms.registry.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** What a person says is wrong (Ley 7593/2025, right of rectification). */
@Path("/api/v1/persons/{eid}/rectifications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "A person's rights")
public final class PersonRectificationResource {

    private final Rectifications rectifications;
    private final RectificationStore store;
    private final AuditTrail audit;
    private final InstantSource clock;

    public PersonRectificationResource(
            Rectifications rectifications, RectificationStore store, AuditTrail audit, InstantSource clock) {
        this.rectifications = rectifications;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** Which value is wrong, in what way, and what shows it. */
    public record RectificationRequest(
            @JsonProperty("field") @Nullable String field,
            @JsonProperty("wrong") @Nullable String wrong,
            @JsonProperty("evidence") @Nullable String evidence) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"admin", "steward", "system"})
    @Operation(summary = "Put before a value's owner that it is wrong")
    @ApiResponse(responseCode = "201", description = "The request, routed to the owner of the record")
    public Response open(
            @PathParam("eid") String eid, @Nullable RectificationRequest request, @Context SecurityContext security) {
        var asked = request == null ? new RectificationRequest(null, null, null) : request;
        var field = Texts.required("/field", asked.field());
        if (!Rectifications.FIELDS.contains(field)) {
            throw Texts.refused("/field", "is one of " + String.join(", ", Rectifications.FIELDS));
        }
        var statement = new Statement(
                field, Texts.required("/wrong", asked.wrong()), Texts.required("/evidence", asked.evidence()));
        var opened = rectifications.open((Caller) security.getUserPrincipal(), person(eid), statement);
        return Response.created(URI.create("/api/v1/rectifications/" + opened.id()))
                .entity(RectificationView.whole(opened, clock.instant()))
                .build();
    }

    @GET
    @RolesAllowed({"admin", "steward", "auditor", "system"})
    @Operation(summary = "What was put before owners about this person; a source sees its own only")
    public RectificationPage list(
            @PathParam("eid") String eid, @BeanParam Page page, @Context SecurityContext security) {
        var person = person(eid).golden().eid();
        var caller = (Caller) security.getUserPrincipal();
        var source = caller.role() == Role.SYSTEM ? RectificationResource.ownSource(caller) : null;
        var found = store.list(new Wanted(null, source, person), page.limit(), page.offset());
        audit.record(new AuditEntry(
                clock.instant(), caller, "rectification-read", "Rectification", List.of(person), "success"));
        return RectificationPage.of(found, page, clock.instant());
    }

    private Person person(String eid) {
        return rectifications
                .findPerson(eid)
                .orElseThrow(() -> ProblemException.notFound("No person has this enterprise id"));
    }
}
