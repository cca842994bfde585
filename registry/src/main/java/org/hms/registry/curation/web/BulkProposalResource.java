package org.hms.registry.curation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.hms.registry.access.Caller;
import org.hms.registry.curation.BulkProposals;
import org.hms.registry.curation.InvalidProposalFile;
import org.hms.registry.curation.ProposedRow;
import org.hms.registry.curation.ReconciledList;
import org.hms.registry.reconcile.FacilityListFile;
import org.hms.registry.reconcile.InvalidFacilityList;
import org.hms.registry.web.Csv;
import org.hms.registry.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Many proposals at once: from a file, or from the pairs of a reconciliation; each row is answered by itself. */
@Path("/api/v1/facility-proposals")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"admin", "steward"})
@Tag(name = "Curation")
public final class BulkProposalResource {

    private static final int MOST_ROWS = 20_000;

    private final BulkProposals proposals;

    public BulkProposalResource(BulkProposals proposals) {
        this.proposals = proposals;
    }

    /** What became of all rows. */
    public record BulkReport(boolean dryRun, int rows, Map<String, Long> outcomes, List<RowView> report) {

        static BulkReport of(boolean dryRun, List<ProposedRow> rows) {
            var outcomes = new TreeMap<String, Long>();
            rows.forEach(row -> outcomes.merge(row.outcome().code(), 1L, Long::sum));
            return new BulkReport(
                    dryRun,
                    rows.size(),
                    outcomes,
                    rows.stream().map(RowView::of).toList());
        }
    }

    /** What became of one row. */
    public record RowView(
            long line,
            String outcome,
            @Nullable String facility,
            @Nullable Long request,
            List<String> reasons) {

        static RowView of(ProposedRow row) {
            return new RowView(row.line(), row.outcome().code(), row.facility(), row.request(), row.reasons());
        }
    }

    /** The pairs of a reconciliation and the list on its right. */
    public record PairsBody(
            @Nullable String pairs,
            @Nullable String list,
            @Nullable String id,
            @Nullable Map<String, String> columns,
            @Nullable String system) {

        ReconciledList reconciled() {
            if (pairs == null || list == null || id == null || system == null || system.isBlank()) {
                throw ProblemException.badRequest("The body has pairs, list, id and system");
            }
            var right = FacilityListFile.read(list, id, columns == null ? Map.of() : columns);
            return ReconciledList.of(pairs, right, system);
        }
    }

    @POST
    @Consumes("text/csv")
    @Produces({MediaType.APPLICATION_JSON, Csv.WHEN_ASKED_FOR})
    @Operation(
            summary = "Make a proposal of each row of a CSV file; a dry run reports the same and keeps nothing."
                    + " Asked for as text/csv, the answer is the refused rows with their reasons")
    public Response propose(
            @Nullable String csv,
            @Parameter(description = "Report, but keep nothing") @QueryParam("dryRun") @DefaultValue("false")
                    boolean dryRun,
            @Context HttpHeaders headers,
            @Context SecurityContext security) {
        if (csv == null || csv.isBlank()) {
            throw ProblemException.badRequest("There is no body");
        }
        if (csv.lines().count() > MOST_ROWS + 1) {
            throw ProblemException.unprocessable("At most " + MOST_ROWS + " rows are taken at once");
        }
        var rows = told(() -> proposals.propose(csv, dryRun, caller(security)));
        var first = headers.getAcceptableMediaTypes().getFirst();
        boolean asFile = !first.isWildcardType() && first.isCompatible(MediaType.valueOf(Csv.MEDIA_TYPE));
        return asFile
                ? Response.ok(ProposedRowsCsv.refused(rows)).type(Csv.UTF8).build()
                : Response.ok(BulkReport.of(dryRun, rows))
                        .type(MediaType.APPLICATION_JSON)
                        .build();
    }

    @POST
    @Path("pairs")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Make proposals of the pairs of a reconciliation of the directory with another list")
    public BulkReport propose(
            @Nullable PairsBody body,
            @Parameter(description = "Report, but keep nothing") @QueryParam("dryRun") @DefaultValue("false")
                    boolean dryRun,
            @Context SecurityContext security) {
        if (body == null) {
            throw ProblemException.badRequest("There is no body");
        }
        return BulkReport.of(dryRun, told(() -> proposals.propose(body.reconciled(), dryRun, caller(security))));
    }

    private static <T> T told(Supplier<T> work) {
        try {
            return work.get();
        } catch (InvalidProposalFile | InvalidFacilityList invalid) {
            throw ProblemException.unprocessable(
                    Objects.requireNonNullElse(invalid.getMessage(), "The file cannot be read"));
        }
    }

    private static Caller caller(SecurityContext security) {
        if (security.getUserPrincipal() instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("Whoever comes here is known");
    }
}
