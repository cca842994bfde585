package org.hms.registry.patient.web;

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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.hms.matching.explain.Language;
import org.hms.matching.explain.Phrases;
import org.hms.registry.audit.AuditEntry;
import org.hms.registry.audit.AuditTrail;
import org.hms.registry.patient.Agreement;
import org.hms.registry.patient.ReviewQueue;
import org.hms.registry.patient.ReviewStore.Wanted;
import org.hms.registry.patient.ReviewTask;
import org.hms.registry.patient.SourceRecord;
import org.hms.registry.web.Page;
import org.hms.registry.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** The queue of doubtful pairs: take one, look, answer, take the answer back. */
@Path("/api/v1/reviews")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"admin", "steward"})
@Tag(name = "Stewardship")
public final class ReviewResource {

    private final ReviewQueue queue;
    private final AuditTrail audit;
    private final InstantSource clock;

    public ReviewResource(ReviewQueue queue, AuditTrail audit, InstantSource clock) {
        this.queue = queue;
        this.audit = audit;
        this.clock = clock;
    }

    /** A steward's word on a pair. */
    public record AnswerBody(
            @Nullable String answer, @Nullable String reason) {}

    @GET
    @Operation(summary = "Pairs that wait for a steward, the most pressing first: risk × weight × age")
    public ReviewView.ReviewPage list(
            @Parameter(description = "open, claimed or closed") @QueryParam("state") @DefaultValue("open") String state,
            @Parameter(description = "The four digits of the INE code of a district that either lives in")
                    @QueryParam("district")
                    @Nullable
                    String district,
            @Parameter(description = "The source that either record is from") @QueryParam("source") @Nullable
                    String source,
            @BeanParam Page page,
            @Context SecurityContext security) {
        var asker = ActResource.caller(security).subject();
        var found = queue.list(new Wanted(asker, state(state), district, source, page.limit(), page.offset()));
        return new ReviewView.ReviewPage(
                found.total(),
                page.limit(),
                page.offset(),
                found.tasks().stream().map(ReviewView::of).toList());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Both records, what they have in common, and the rules that spoke")
    public ReviewView.OpenedView open(
            @PathParam("id") String id,
            @QueryParam("lang") @DefaultValue("es") String lang,
            @Context SecurityContext security) {
        var language = Language.find(lang).orElseThrow(() -> ProblemException.badParameter("lang", "is es or en"));
        var opened = Refusals.told(() -> queue.open(ActResource.caller(security), ActResource.number(id)));
        audit.record(new AuditEntry(
                clock.instant(),
                ActResource.caller(security),
                "review",
                "Patient",
                opened.records().stream().map(SourceRecord::id).toList(),
                "success"));
        return ReviewView.OpenedView.of(opened, Phrases.in(language));
    }

    @POST
    @Path("{id}/claim")
    @Operation(summary = "Take a review, so that nobody else works on it")
    public ReviewView claim(@PathParam("id") String id, @Context SecurityContext security) {
        return ReviewView.of(Refusals.told(() -> queue.claim(ActResource.caller(security), ActResource.number(id))));
    }

    @POST
    @Path("{id}/release")
    @Operation(summary = "Give a review back to the queue")
    public ReviewView release(@PathParam("id") String id, @Context SecurityContext security) {
        return ReviewView.of(Refusals.told(() -> queue.release(ActResource.caller(security), ActResource.number(id))));
    }

    @POST
    @Path("{id}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Answer: same, different, cannot-tell or fix-source, with a reason")
    public ReviewView.SettledView decide(
            @PathParam("id") String id, @Nullable AnswerBody body, @Context SecurityContext security) {
        var given = ActBody.present(body);
        var answer = answer(given.answer());
        var reason = ReasonBody.of(new ReasonBody(given.reason()));
        return ReviewView.SettledView.of(Refusals.told(
                () -> queue.answer(ActResource.caller(security), ActResource.number(id), answer, reason)));
    }

    @POST
    @Path("{id}/undo")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Take the answer back; the pair waits again if it is still doubtful")
    public ReviewView undo(@PathParam("id") String id, @Nullable ReasonBody body, @Context SecurityContext security) {
        var reason = ReasonBody.of(body);
        return ReviewView.of(
                Refusals.told(() -> queue.undo(ActResource.caller(security), ActResource.number(id), reason)));
    }

    @GET
    @Path("agreement")
    @Operation(summary = "How far two stewards who saw the same pair agree: rate and Cohen's kappa")
    public Agreement agreement() {
        return queue.agreement();
    }

    @GET
    @Path("decisions.csv")
    @Produces("text/csv")
    @Operation(summary = "Pairs that stewards have decided, as registry model calibrate takes them")
    public Response decisions(
            @Parameter(description = "review: answers to the queue alone; all: other acts too")
                    @QueryParam("origin")
                    @DefaultValue("review")
                    String origin) {
        if (!List.of("review", "all").contains(origin)) {
            throw ProblemException.badParameter("origin", "is review or all");
        }
        StreamingOutput rows = out -> {
            var csv = new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            csv.print("left,right,weight,match\r\n");
            queue.eachLabelled(pair -> {
                if (pair.review() || origin.equals("all")) {
                    csv.print(pair.leftRecord() + "," + pair.rightRecord() + "," + pair.weight() + "," + pair.same()
                            + "\r\n");
                }
            });
            csv.flush();
        };
        return Response.ok(rows, "text/csv;charset=utf-8").build();
    }

    private static ReviewTask.State state(String text) {
        try {
            return ReviewTask.State.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw ProblemException.badParameter("state", "is open, claimed or closed");
        }
    }

    private static ReviewTask.Answer answer(@Nullable String text) {
        try {
            return ReviewTask.Answer.valueOf(
                    text == null ? "" : text.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw ActBody.unfit("answer", "is same, different, cannot-tell or fix-source");
        }
    }
}
