package org.hms.registry.editorial.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hms.registry.access.Caller;
import org.hms.registry.editorial.CandidateSearch;
import org.hms.registry.editorial.Correction;
import org.hms.registry.editorial.Editorial;
import org.hms.registry.editorial.Proposal;
import org.hms.registry.editorial.ProposalStore;
import org.hms.registry.web.Page;
import org.hms.registry.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Proposals for the lexicon: made by coders, reviewed by a second person. */
@Path("/api/v1/term-proposals")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"admin", "steward", "coder"})
@Tag(name = "Lexicon editing")
public final class ProposalResource {
    private static final int CREATED = 201;
    private static final int LONGEST_REASON = 1_000;

    private final Editorial editorial;
    private final CandidateSearch candidates;
    private final ProposalStore store;

    public ProposalResource(Editorial editorial, CandidateSearch candidates, ProposalStore store) {
        this.editorial = editorial;
        this.candidates = candidates;
        this.store = store;
    }

    /** A second person's word: accept or reject, and why; a mapping may be accepted as corrected. */
    public record ReviewBody(
            @Nullable String decision,
            @Nullable String reason,
            @Nullable CorrectionBody correction) {}

    /** What holds in the place of what was proposed: another code of the system, another relation, or both. */
    public record CorrectionBody(
            @Nullable String code, @Nullable String relation) {
        Correction toCorrection() {
            return new Correction(
                    code == null || code.isBlank() ? null : code,
                    relation == null ? null : ProposalBody.relation(relation));
        }
    }

    /** For which concept, or all without a code, codes of which system are looked for, and by what: both when absent. */
    public record CandidatesBody(
            @Nullable String concept,
            @Nullable String system,
            @Nullable String by) {}

    @GET
    @Operation(summary = "Proposals for the lexicon, the oldest first")
    public ProposalView.ProposalPage list(
            @Parameter(description = "open, accepted, rejected, withdrawn or published; all when absent")
                    @QueryParam("state")
                    @Nullable
                    String state,
            @Parameter(description = "person, label-search, linkage or import; all when absent")
                    @QueryParam("origin")
                    @Nullable
                    String origin,
            @BeanParam Page page) {
        var found = store.list(state(state), origin(origin), page.limit(), page.offset());
        return new ProposalView.ProposalPage(
                page.limit(),
                page.offset(),
                found.stream().map(ProposalView::of).toList());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A proposal and what became of it")
    public ProposalView get(@PathParam("id") String id) {
        return ProposalView.of(Refusals.told(() -> editorial.get(number(id))));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Proposes a concept, a label, a mapping or a deprecation")
    public Response propose(@Nullable ProposalBody body, @Context SecurityContext security) {
        if (body == null) {
            throw ProblemException.badRequest("A body is needed");
        }
        var change = body.toChange();
        var made = ProposalView.of(Refusals.told(() -> editorial.propose(caller(security), change)));
        return Response.status(CREATED).entity(made).build();
    }

    @POST
    @Path("candidates")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Proposes codes whose texts are like the concept's words, marked as automatic")
    public List<ProposalView> candidates(@Nullable CandidatesBody body, @Context SecurityContext security) {
        if (body == null || body.system() == null) {
            throw ProblemException.unprocessable("The member system is needed, and concept unless all are meant");
        }
        var concept = body.concept();
        var system = ProposalBody.system(body.system());
        var by = by(body.by());
        return Refusals.told(() -> concept == null
                        ? candidates.proposeForUnmapped(caller(security), system, by)
                        : candidates.propose(caller(security), concept, system, by))
                .stream()
                .map(ProposalView::of)
                .toList();
    }

    private static Set<Proposal.Origin> by(@Nullable String asked) {
        return switch (asked) {
            case null -> EnumSet.of(Proposal.Origin.LINKAGE, Proposal.Origin.LABEL_SEARCH);
            case "linkage" -> EnumSet.of(Proposal.Origin.LINKAGE);
            case "label-search" -> EnumSet.of(Proposal.Origin.LABEL_SEARCH);
            default -> throw ProblemException.unprocessable("The member by is linkage or label-search");
        };
    }

    @POST
    @Path("{id}/review")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Accepts a proposal of somebody else, a mapping as corrected if need be, or rejects it, with a reason")
    public ProposalView review(
            @PathParam("id") String id, @Nullable ReviewBody body, @Context SecurityContext security) {
        var reason = body == null || body.reason() == null ? "" : body.reason().strip();
        if (body == null || reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw ProblemException.unprocessable("The members decision and reason are needed");
        }
        var accepts = switch (body.decision()) {
            case "accept" -> true;
            case "reject" -> false;
            case null, default -> throw ProblemException.unprocessable("The decision is accept or reject");
        };
        var correction = body.correction() == null ? null : body.correction().toCorrection();
        if (!accepts && correction != null) {
            throw ProblemException.unprocessable("What is rejected is not corrected");
        }
        return ProposalView.of(Refusals.told(() -> accepts
                ? editorial.accept(caller(security), number(id), reason, correction)
                : editorial.reject(caller(security), number(id), reason)));
    }

    @POST
    @Path("{id}/withdraw")
    @Operation(summary = "Takes an open proposal back")
    public ProposalView withdraw(@PathParam("id") String id, @Context SecurityContext security) {
        return ProposalView.of(Refusals.told(() -> editorial.withdraw(caller(security), number(id))));
    }

    static Caller caller(SecurityContext security) {
        return (Caller) security.getUserPrincipal();
    }

    private static long number(String id) {
        if (!id.matches("\\d{1,18}")) {
            throw ProblemException.notFound("There is no such proposal");
        }
        return Long.parseLong(id);
    }

    private static Proposal.@Nullable Origin origin(@Nullable String asked) {
        if (asked == null) {
            return null;
        }
        return Arrays.stream(Proposal.Origin.values())
                .filter(origin -> ProposalView.word(origin).equals(asked))
                .findFirst()
                .orElseThrow(
                        () -> ProblemException.badParameter("origin", "is person, label-search, linkage or import"));
    }

    private static Proposal.@Nullable State state(@Nullable String asked) {
        if (asked == null) {
            return null;
        }
        return Arrays.stream(Proposal.State.values())
                .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(asked))
                .findFirst()
                .orElseThrow(() ->
                        ProblemException.badParameter("state", "is open, accepted, rejected, withdrawn or published"));
    }
}
