package org.hms.registry.curation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import org.hms.registry.access.Caller;
import org.hms.registry.curation.Curation;
import org.hms.registry.curation.CurationRefused;
import org.hms.registry.curation.CurationRequest.State;
import org.hms.registry.curation.Proposal;
import org.hms.registry.curation.web.CurationView.ExaminedView;
import org.hms.registry.curation.web.CurationView.Resolved;
import org.hms.registry.web.Page;
import org.hms.registry.web.Problem;
import org.hms.registry.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Changes of the directory's facilities: proposed, checked, reviewed by another, published. */
@Path(CurationResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"admin", "steward"})
@Tag(name = "Curation")
public final class CurationResource {

    static final String PATH = "/api/v1/facility-requests";

    private final Curation curation;

    public CurationResource(Curation curation) {
        this.curation = curation;
    }

    /** A review of one revision. */
    public record ReviewBody(
            @Nullable Integer revision, @Nullable String note) {

        int reviewed() {
            if (revision == null) {
                throw ProblemException.badRequest("The body says no revision");
            }
            return revision;
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Propose: create, change, close, reopen, reattest, merge, split or redistrict; findings and look-alikes come back")
    @ApiResponse(responseCode = "201", description = "Kept; waits for another person's review")
    public Response propose(@Nullable ProposalBody body, @Context SecurityContext security) {
        var proposal = proposal(body);
        var examined = told(() -> curation.propose(proposal, caller(security)));
        return Response.created(URI.create(PATH + '/' + examined.request().id()))
                .entity(ExaminedView.of(examined))
                .build();
    }

    @GET
    @Operation(summary = "Requests in one state, the oldest first")
    public List<CurationView> list(
            @Parameter(description = "open, published, rejected, withdrawn or superseded")
                    @QueryParam("state")
                    @DefaultValue("open")
                    String state,
            @BeanParam Page page) {
        var wanted = Arrays.stream(State.values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(state))
                .findFirst()
                .orElseThrow(() -> ProblemException.badParameter(
                        "state", "is open, published, rejected, withdrawn or superseded"));
        return curation.list(wanted, page.limit(), page.offset()).stream()
                .map(CurationView::of)
                .toList();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A request with its findings, look-alikes and changes as of now")
    public ExaminedView get(@PathParam("id") String id) {
        return ExaminedView.of(told(() -> curation.get(number(id))));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Write the next revision of an open request; a review of the former does not count")
    public ExaminedView revise(
            @PathParam("id") String id, @Nullable ProposalBody body, @Context SecurityContext security) {
        var proposal = proposal(body);
        return ExaminedView.of(told(() -> curation.revise(number(id), proposal, caller(security))));
    }

    @POST
    @Path("{id}/approval")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Approve the revision that was seen; it is published at once")
    @ApiResponse(responseCode = "403", description = "By whoever wrote it")
    @ApiResponse(responseCode = "409", description = "It was revised, or the facility changed; what differs is named")
    @ApiResponse(responseCode = "422", description = "Findings forbid it; they are named")
    public CurationView approve(
            @PathParam("id") String id, @Nullable ReviewBody body, @Context SecurityContext security) {
        var review = review(body);
        return CurationView.of(
                told(() -> curation.approve(number(id), review.reviewed(), review.note(), caller(security))));
    }

    @POST
    @Path("{id}/rejection")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Reject the revision that was seen")
    public CurationView reject(
            @PathParam("id") String id, @Nullable ReviewBody body, @Context SecurityContext security) {
        var review = review(body);
        return CurationView.of(told(
                () -> curation.end(number(id), review.reviewed(), State.REJECTED, review.note(), caller(security))));
    }

    @POST
    @Path("{id}/withdrawal")
    @Operation(summary = "Withdraw an open request of one's own")
    public CurationView withdraw(@PathParam("id") String id, @Context SecurityContext security) {
        return CurationView.of(told(() -> curation.end(number(id), 0, State.WITHDRAWN, null, caller(security))));
    }

    @GET
    @Path("codes/{code}")
    @RolesAllowed({"admin", "steward", "system", "reader"})
    @Operation(summary = "The facilities to which a code leads today, through mergers")
    public Resolved resolve(@PathParam("code") String code, @QueryParam("system") @DefaultValue("") String system) {
        var facilities = curation.resolve(system, code);
        if (facilities.isEmpty()) {
            throw ProblemException.notFound("No facility has or had this code");
        }
        return new Resolved(code, facilities);
    }

    private static Proposal proposal(@Nullable ProposalBody body) {
        if (body == null) {
            throw ProblemException.badRequest("There is no body");
        }
        return body.proposal();
    }

    private static ReviewBody review(@Nullable ReviewBody body) {
        if (body == null) {
            throw ProblemException.badRequest("There is no body");
        }
        return body;
    }

    private static long number(String id) {
        if (!id.matches("\\d{1,18}")) {
            throw ProblemException.notFound("No request has this number");
        }
        return Long.parseLong(id);
    }

    private static Caller caller(SecurityContext security) {
        if (security.getUserPrincipal() instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("Whoever comes here is known");
    }

    private static <T> T told(Supplier<T> call) {
        try {
            return call.get();
        } catch (CurationRefused refused) {
            throw problem(refused);
        }
    }

    private static ProblemException problem(CurationRefused refused) {
        var why = Objects.requireNonNullElse(refused.getMessage(), "It is not done");
        var problem = switch (refused.fault()) {
            case UNKNOWN -> Problem.of(404, "Not Found", why);
            case UNFIT -> Problem.of(422, "Unprocessable Content", why);
            case FORBIDDEN -> Problem.of(403, "Forbidden", why);
            case CONFLICT -> Problem.of(409, "Conflict", why);
        };
        return new ProblemException(problem.with(refused.places().stream()
                .map(place -> new Problem.Place(place.field(), place.sentence()))
                .toList()));
    }
}
