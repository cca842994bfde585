package org.hms.registry.exchange.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
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
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.hms.registry.access.Caller;
import org.hms.registry.exchange.DirectoryImportJob;
import org.hms.registry.exchange.DirectoryImportJobs;
import org.hms.registry.exchange.ListMapping;
import org.hms.registry.web.BodyAllowance;
import org.hms.registry.web.JobAnswer;
import org.hms.registry.web.Page;
import org.hms.registry.web.ProblemException;
import org.hms.registry.web.TakesLongBodies;
import org.jspecify.annotations.Nullable;

/** Lists of facilities sent once and taken in by and by: asked after, cancelled. */
@Path(DirectoryImportJobResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
@Tag(name = "Directory lists")
public final class DirectoryImportJobResource implements TakesLongBodies {

    static final String PATH = "/api/v1/directory-import-jobs";
    private static final Pattern ROUTE = Pattern.compile("api/v1/directory-import-jobs/?");

    private final DirectoryImportJobs jobs;

    public DirectoryImportJobResource(DirectoryImportJobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public BodyAllowance bodyAllowance() {
        return new BodyAllowance("POST", ROUTE, DirectoryImportResource.MOST_BYTES);
    }

    /** A job as JSON; once it is done it tells the import. */
    public record JobView(
            String id,
            String source,
            String format,
            String status,
            String progress,
            @Nullable String failure,
            @Nullable String result,
            Instant acceptedAt,
            @Nullable Instant endedAt) {}

    @POST
    @Consumes({"text/csv", "application/json", "application/geo+json", "application/fhir+json"})
    @Operation(summary = "Take a list in by and by, as a whole or not: 202, then ask at Content-Location")
    @ApiResponse(responseCode = "422", description = "The mapping cannot be read")
    public Response accept(
            @Parameter(description = "Whose list it is: small letters, digits and hyphens")
                    @QueryParam("source")
                    @Nullable
                    String source,
            @Parameter(description = "Which column is what, as YAML or JSON") @QueryParam("mapping") @Nullable
                    String mapping,
            @Context HttpHeaders headers,
            @Context SecurityContext security,
            InputStream body)
            throws IOException {
        var format = DirectoryImportResource.format(headers.getMediaType());
        var owner = DirectoryImportResource.source(source);
        requireMapping(mapping);
        var caller = (Caller) security.getUserPrincipal();
        var job = jobs.accept(owner, format, mapping, body.readAllBytes(), caller);
        var view = view(job);
        return JobAnswer.accepted(url(job), job.ended(), view.progress(), view);
    }

    private static void requireMapping(@Nullable String mapping) {
        if (mapping != null) {
            DirectoryImportResource.told(() -> ListMapping.read(mapping));
        }
    }

    @GET
    @Operation(summary = "The jobs, newest first")
    public List<JobView> list(@BeanParam Page page) {
        return jobs.kept().list(page.limit(), page.offset()).stream()
                .map(this::view)
                .toList();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "How far a job is: 202 while it goes on, 200 when it has ended")
    public Response get(@PathParam("id") String id) {
        var job = require(id);
        var view = view(job);
        return JobAnswer.status(url(job), job.ended(), view.progress(), view);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Cancel a job; nothing of it is written")
    @ApiResponse(responseCode = "409", description = "It has ended")
    public Response cancel(@PathParam("id") String id) {
        if (!jobs.cancel(require(id))) {
            throw ProblemException.conflict("The job has ended");
        }
        return Response.noContent().build();
    }

    private DirectoryImportJob require(String id) {
        return jobs.kept().find(id).orElseThrow(() -> ProblemException.notFound("No job has this id"));
    }

    private static String url(DirectoryImportJob job) {
        return PATH + "/" + job.id();
    }

    private JobView view(DirectoryImportJob job) {
        return new JobView(
                job.id(),
                job.source(),
                job.format().name(),
                job.status().code(),
                jobs.progress(job),
                job.failure(),
                job.result() == null ? null : DirectoryImportResource.PATH + "/" + job.result(),
                job.acceptedAt(),
                job.endedAt());
    }
}
