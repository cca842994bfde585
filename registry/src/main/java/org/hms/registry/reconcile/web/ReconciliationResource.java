package org.hms.registry.reconcile.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStreamWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hms.registry.reconcile.Decision;
import org.hms.registry.reconcile.PairsFile;
import org.hms.registry.reconcile.ReconciledPair;
import org.hms.registry.reconcile.ReconciliationJob;
import org.hms.registry.reconcile.ReconciliationResult;
import org.hms.registry.reconcile.Reconciliations;
import org.hms.registry.reconcile.web.ReconciliationView.PairPage;
import org.hms.registry.reconcile.web.ReconciliationView.PairView;
import org.hms.registry.web.BodyAllowance;
import org.hms.registry.web.Csv;
import org.hms.registry.web.Page;
import org.hms.registry.web.Problem;
import org.hms.registry.web.ProblemException;
import org.hms.registry.web.TakesLongBodies;
import org.jspecify.annotations.Nullable;

/** Which facilities of one list are which of another: asked for, carried out by and by, looked at pair by pair. */
@Path(ReconciliationResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"admin", "steward"})
@Tag(name = "Reconciliation")
public final class ReconciliationResource implements TakesLongBodies {

    static final String PATH = "/api/v1/reconciliations";

    private static final Pattern ROUTE = Pattern.compile("api/v1/reconciliations/?");
    private static final long MOST_BYTES = 4L << 20;
    private static final String SECONDS_TO_WAIT = "1";

    private final Reconciliations reconciliations;

    public ReconciliationResource(Reconciliations reconciliations) {
        this.reconciliations = reconciliations;
    }

    @Override
    public BodyAllowance bodyAllowance() {
        return new BodyAllowance("POST", ROUTE, MOST_BYTES);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Reconcile two lists, or find the twins within one; 202, then ask")
    @ApiResponse(responseCode = "202", description = "Begun; Location says where to ask")
    @ApiResponse(responseCode = "422", description = "A list cannot be read; column or line is named")
    @ApiResponse(responseCode = "429", description = "Too many are running")
    public Response begin(@Nullable ReconciliationBody body) {
        if (body == null) {
            throw ProblemException.badRequest("There is no body");
        }
        var job = reconciliations
                .begin(body.order())
                .orElseThrow(() -> new ProblemException(
                        Problem.of(429, "Too Many Requests", "Other reconciliations are running; ask later")));
        return status(job, Response.Status.ACCEPTED);
    }

    @GET
    @Operation(summary = "The reconciliations since the service started, newest first")
    public List<ReconciliationView> list() {
        return reconciliations.list().stream().map(ReconciliationView::of).toList();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "How far it is: 202 while it goes on, 200 with figures when it has ended")
    public Response get(@PathParam("id") String id) {
        var job = require(id);
        return status(
                job, job.state() == ReconciliationJob.State.RUNNING ? Response.Status.ACCEPTED : Response.Status.OK);
    }

    @GET
    @Path("{id}/pairs")
    @Operation(summary = "What was decided, pair by pair, with the reasons")
    public PairPage pairs(
            @PathParam("id") String id,
            @Parameter(description = "match, review or none") @QueryParam("decision") @Nullable String decision,
            @BeanParam Page page) {
        var result = result(id);
        var pairs = decision == null ? result.pairs() : result.pairs(decision(decision));
        return new PairPage(
                pairs.size(),
                page.limit(),
                page.offset(),
                page(pairs, page).map(PairView::of).toList());
    }

    @GET
    @Path("{id}/pairs")
    @Produces(Csv.WHEN_ASKED_FOR)
    @Operation(summary = "The same as pairs.csv")
    public Response pairsFile(@PathParam("id") String id) {
        var result = result(id);
        StreamingOutput file =
                out -> PairsFile.write(result.pairs(), new OutputStreamWriter(out, StandardCharsets.UTF_8));
        return Response.ok(file).type(Csv.UTF8).build();
    }

    private static Stream<ReconciledPair> page(List<ReconciledPair> pairs, Page page) {
        return pairs.stream().skip(page.offset()).limit(page.limit());
    }

    private static Decision decision(String code) {
        return Arrays.stream(Decision.values())
                .filter(decision -> decision.code().equals(code))
                .findFirst()
                .orElseThrow(() -> ProblemException.badParameter("decision", "is match, review or none"));
    }

    private ReconciliationResult result(String id) {
        return require(id)
                .findResult()
                .orElseThrow(() -> ProblemException.conflict("The reconciliation has no result yet"));
    }

    private ReconciliationJob require(String id) {
        return reconciliations.find(id).orElseThrow(() -> ProblemException.notFound("No reconciliation has this id"));
    }

    private static Response status(ReconciliationJob job, Response.Status code) {
        var response = Response.status(code)
                .location(URI.create(PATH + '/' + job.id()))
                .entity(ReconciliationView.of(job));
        return (code == Response.Status.ACCEPTED ? response.header("Retry-After", SECONDS_TO_WAIT) : response).build();
    }
}
