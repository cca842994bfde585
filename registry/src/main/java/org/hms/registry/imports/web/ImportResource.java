package org.hms.registry.imports.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.hms.registry.access.Caller;
import org.hms.registry.imports.ImportJob;
import org.hms.registry.imports.Imports;
import org.hms.registry.web.BodyAllowance;
import org.hms.registry.web.JobAnswer;
import org.hms.registry.web.Page;
import org.hms.registry.web.ProblemException;
import org.hms.registry.web.TakesLongBodies;
import org.jspecify.annotations.Nullable;

/** Files of patients: sent once, taken in by and by, asked after, cancelled. */
@Path(ImportResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
public final class ImportResource implements TakesLongBodies {

    static final String PATH = "/api/v1/imports";

    private static final Pattern ROUTE = Pattern.compile("api/v1/imports/?");
    private static final long MAX_FILE_BYTES = 8L << 30;

    private final Imports imports;
    private final ImportRequests requests;

    public ImportResource(Imports imports, ImportRequests requests) {
        this.imports = imports;
        this.requests = requests;
    }

    @Override
    public BodyAllowance bodyAllowance() {
        return new BodyAllowance("POST", ROUTE, MAX_FILE_BYTES);
    }

    /** One page of the imports, newest first. */
    public record ImportList(int total, List<ImportView> results) {
        public ImportList {
            results = List.copyOf(results);
        }
    }

    @POST
    @Consumes({"application/fhir+ndjson", "application/ndjson", "application/x-ndjson", "text/csv"})
    @RolesAllowed({"admin", "system"})
    @Operation(
            summary = "Take in a file: NDJSON of Patients, or CSV or NDJSON rows with a column mapping; 202, then ask")
    public Response accept(
            @QueryParam("source") @Nullable String source,
            @QueryParam("columns") @Nullable String columns,
            @Context HttpHeaders headers,
            @Context SecurityContext security,
            InputStream body)
            throws IOException {
        var order = requests.order(caller(security), source, headers.getMediaType(), columns);
        var accepted = imports.accept(order, body);
        requests.audit(caller(security), accepted.isNew() ? "create" : "read", accepted.job());
        var view = ImportView.of(accepted.job());
        return JobAnswer.accepted(url(accepted.job()), accepted.job().status().ended(), view.progress(), view);
    }

    @GET
    @RolesAllowed({"admin", "system"})
    @Operation(summary = "The imports, newest first; a source sees its own")
    public ImportList list(@BeanParam Page page, @Context SecurityContext security) {
        var source = requests.sourceSeenBy(caller(security));
        var jobs = imports.jobs().list(source, page.limit(), page.offset());
        return new ImportList(
                imports.jobs().count(source), jobs.stream().map(ImportView::of).toList());
    }

    @GET
    @Path("{id}")
    @RolesAllowed({"admin", "system"})
    @Operation(summary = "How far an import is: 202 while it goes on, 200 when it has ended")
    public Response get(@PathParam("id") String id, @Context SecurityContext security) {
        var job = require(id, security);
        var view = ImportView.of(job);
        return JobAnswer.status(url(job), job.status().ended(), view.progress(), view);
    }

    @GET
    @Path("{id}/report")
    @Produces("text/csv")
    @RolesAllowed({"admin", "system"})
    @Operation(summary = "What became of each row, and why rows were refused")
    public Response report(@PathParam("id") String id, @Context SecurityContext security) {
        var job = require(id, security);
        requests.audit(caller(security), "read", job);
        var report = imports.findReport(job)
                .orElseThrow(
                        () -> ProblemException.notFound("The import has not been begun, so there is no report yet"));
        return Response.ok(report.toFile())
                .type("text/csv;charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"import-" + id + ".csv\"")
                .build();
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed({"admin", "system"})
    @Operation(summary = "Cancel an import; what it has taken in stays")
    public Response cancel(@PathParam("id") String id, @Context SecurityContext security) throws IOException {
        var job = require(id, security);
        if (!imports.cancel(job)) {
            throw ProblemException.conflict("The import has ended");
        }
        requests.audit(caller(security), "delete", job);
        return Response.noContent().build();
    }

    private ImportJob require(String id, SecurityContext security) {
        var seen = requests.sourceSeenBy(caller(security));
        return imports.jobs()
                .find(id)
                .filter(job -> seen == null || seen.equals(job.order().source()))
                .orElseThrow(() -> ProblemException.notFound("No import has this id"));
    }

    private static String url(ImportJob job) {
        return PATH + "/" + job.id();
    }

    private static Caller caller(SecurityContext security) {
        return (Caller) security.getUserPrincipal();
    }
}
