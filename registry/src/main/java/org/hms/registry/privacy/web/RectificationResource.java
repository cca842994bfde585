package org.hms.registry.privacy.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.audit.AuditEntry;
import org.hms.registry.audit.AuditTrail;
import org.hms.registry.privacy.Rectification;
import org.hms.registry.privacy.Rectification.State;
import org.hms.registry.privacy.RectificationStore;
import org.hms.registry.privacy.RectificationStore.Wanted;
import org.hms.registry.privacy.Rectifications;
import org.hms.registry.privacy.Rectifications.Answer;
import org.hms.registry.privacy.web.RectificationView.RectificationPage;
import org.hms.registry.web.Page;
import org.hms.registry.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** The owners' side of rectification: what is to be answered until when, and the answer. */
@Path("/api/v1/rectifications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "A person's rights")
public final class RectificationResource {

    private final Rectifications rectifications;
    private final RectificationStore store;
    private final AuditTrail audit;
    private final InstantSource clock;

    public RectificationResource(
            Rectifications rectifications, RectificationStore store, AuditTrail audit, InstantSource clock) {
        this.rectifications = rectifications;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** The owner's answer: accepted, and then the source sends the next version of its record, or refused; with the reason. */
    public record AnswerRequest(
            @JsonProperty("state") @Nullable String state,
            @JsonProperty("reason") @Nullable String reason) {}

    @GET
    @RolesAllowed({"admin", "steward", "auditor", "system"})
    @Operation(summary = "Requests, those that are due first; a source sees its own only")
    public RectificationPage list(
            @Parameter(description = "open, accepted, refused or all") @QueryParam("state") @DefaultValue("open")
                    String state,
            @Parameter(description = "The id of the source system that owns the record") @QueryParam("source") @Nullable
                    String source,
            @BeanParam Page page,
            @Context SecurityContext security) {
        var wanted = switch (state) {
            case "open" -> State.OPEN;
            case "accepted" -> State.ACCEPTED;
            case "refused" -> State.REFUSED;
            case "all" -> null;
            default -> throw ProblemException.badParameter("state", "is open, accepted, refused or all");
        };
        var caller = (Caller) security.getUserPrincipal();
        var own = caller.role() == Role.SYSTEM ? ownSource(caller) : source;
        if (source != null && !source.equals(own)) {
            throw ProblemException.forbidden("A source system asks about its own records only");
        }
        var found = store.list(new Wanted(wanted, own, null), page.limit(), page.offset());
        read(caller, found.items().stream().map(Rectification::eid).distinct().toList());
        return RectificationPage.of(found, page, clock.instant());
    }

    @GET
    @Path("{id}")
    @RolesAllowed({"admin", "steward", "auditor", "system"})
    @Operation(summary = "One request, with what was said")
    public RectificationView get(@PathParam("id") String id, @Context SecurityContext security) {
        var caller = (Caller) security.getUserPrincipal();
        var request = store.find(number(id))
                .filter(one -> Rectifications.isTheirs(one, caller))
                .orElseThrow(RectificationResource::unknown);
        read(caller, List.of(request.eid()));
        return RectificationView.whole(request, clock.instant());
    }

    @POST
    @Path("{id}/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"admin", "steward", "system"})
    @Operation(summary = "Accept or refuse a request, with the reason")
    public RectificationView answer(
            @PathParam("id") String id, @Nullable AnswerRequest request, @Context SecurityContext security) {
        var state = switch (request == null ? "" : Objects.requireNonNullElse(request.state(), "")) {
            case "accepted" -> State.ACCEPTED;
            case "refused" -> State.REFUSED;
            default -> throw Texts.refused("/state", "is accepted or refused");
        };
        var reason = Texts.required("/reason", request == null ? null : request.reason());
        var caller = (Caller) security.getUserPrincipal();
        return switch (rectifications.answer(caller, number(id), state, reason)) {
            case Answer.Closed(var closed) -> RectificationView.whole(closed, clock.instant());
            case Answer.ClosedBefore _ -> throw ProblemException.conflict("This request has been answered before");
            case Answer.NotTheirs() -> throw unknown();
            case Answer.Unknown() -> throw unknown();
        };
    }

    static String ownSource(Caller caller) {
        var own = caller.source();
        if (own == null) {
            throw ProblemException.forbidden("The token names no source system");
        }
        return own;
    }

    private static long number(String id) {
        if (!id.matches("\\d{1,18}")) {
            throw unknown();
        }
        return Long.parseLong(id);
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("No request of yours has this number");
    }

    private void read(Caller caller, List<String> eids) {
        if (!eids.isEmpty()) {
            audit.record(
                    new AuditEntry(clock.instant(), caller, "rectification-read", "Rectification", eids, "success"));
        }
    }
}
