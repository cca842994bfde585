package org.hms.registry.exchange.web;

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
import org.hms.registry.careservice.HealthcareService;
import org.hms.registry.exchange.DirectoryImport.Format;
import org.hms.registry.exchange.DirectoryImports;
import org.hms.registry.exchange.ServiceLists;
import org.hms.registry.exchange.ServiceRow;
import org.hms.registry.exchange.web.DirectoryImportView.UndoneView;
import org.hms.registry.web.BodyAllowance;
import org.hms.registry.web.Csv;
import org.hms.registry.web.Page;
import org.hms.registry.web.TakesLongBodies;
import org.jspecify.annotations.Nullable;

/** Lists of services taken into the directory as those of facilities are. */
@Path(ServiceImportResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
@Tag(name = "Directory lists")
public final class ServiceImportResource implements TakesLongBodies {

    static final String PATH = "/api/v1/service-imports";
    private static final Pattern ROUTE = Pattern.compile("api/v1/service-imports/?");

    private final DirectoryImports<ServiceRow, HealthcareService> imports;
    private final ImportAnswers<HealthcareService> answers;

    public ServiceImportResource(DirectoryImports<ServiceRow, HealthcareService> imports) {
        this.imports = imports;
        this.answers = new ImportAnswers<>(imports, PATH);
    }

    @Override
    public BodyAllowance bodyAllowance() {
        return new BodyAllowance("POST", ROUTE, DirectoryImportResource.MOST_BYTES);
    }

    @POST
    @Consumes("text/csv")
    @Produces({MediaType.APPLICATION_JSON, Csv.WHEN_ASKED_FOR})
    @Operation(summary = "Take a list of services in as CSV; as a whole or not")
    @ApiResponse(responseCode = "200", description = "A dry run: what would become of each row")
    @ApiResponse(responseCode = "201", description = "Taken in; Location is the import")
    @ApiResponse(responseCode = "409", description = "A service of it was published meanwhile; nothing is written")
    @ApiResponse(responseCode = "422", description = "The list, or its mapping, cannot be read")
    public Response take(
            @Parameter(description = "Whose list it is: small letters, digits and hyphens")
                    @QueryParam("source")
                    @Nullable
                    String source,
            @Parameter(description = "Which column is what, as YAML or JSON") @QueryParam("mapping") @Nullable
                    String mapping,
            @Parameter(description = "true: nothing is written") @QueryParam("dryRun") @DefaultValue("false")
                    String dryRun,
            @Context HttpHeaders headers,
            @Context SecurityContext security,
            InputStream body)
            throws IOException {
        var owner = DirectoryImportResource.source(source);
        boolean dry = DirectoryImportResource.dry(dryRun);
        var file = body.readAllBytes();
        var caller = (Caller) security.getUserPrincipal();
        var examined = DirectoryImportResource.told(() -> {
            var rows = ServiceLists.read(file, mapping);
            return dry ? imports.plan(owner, Format.CSV, rows, caller) : imports.run(owner, Format.CSV, rows, caller);
        });
        return answers.examined(examined, headers.getAcceptableMediaTypes());
    }

    @GET
    @Operation(summary = "The imports of services, newest first")
    public List<DirectoryImportView> list(@BeanParam Page page) {
        return answers.list(page);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One import in figures")
    public DirectoryImportView get(@PathParam("id") String id) {
        return answers.get(id);
    }

    @GET
    @Path("{id}/rows")
    @Produces("text/csv")
    @Operation(summary = "Its rows with what became of each, as CSV; with outcome=rejected those to be corrected")
    public Response rows(
            @PathParam("id") String id,
            @Parameter(description = "created, revised, unchanged or rejected") @QueryParam("outcome") @Nullable
                    String outcome) {
        return answers.rows(id, outcome);
    }

    @POST
    @Path("{id}/undo")
    @Operation(summary = "Take it back: what was revised is as before, what was created becomes inactive")
    @ApiResponse(responseCode = "409", description = "It was taken back already")
    public UndoneView undo(@PathParam("id") String id, @Context SecurityContext security) {
        return answers.undo(id, (Caller) security.getUserPrincipal());
    }
}
