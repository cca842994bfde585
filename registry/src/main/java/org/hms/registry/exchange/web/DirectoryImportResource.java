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
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.hms.registry.access.Caller;
import org.hms.registry.exchange.BundleForm;
import org.hms.registry.exchange.DirectoryImport.Format;
import org.hms.registry.exchange.DirectoryImports;
import org.hms.registry.exchange.FacilityLists;
import org.hms.registry.exchange.PlaceRow;
import org.hms.registry.exchange.UnreadableList;
import org.hms.registry.exchange.web.DirectoryImportView.UndoneView;
import org.hms.registry.facility.Facility;
import org.hms.registry.web.BodyAllowance;
import org.hms.registry.web.Csv;
import org.hms.registry.web.Page;
import org.hms.registry.web.ProblemException;
import org.hms.registry.web.TakesLongBodies;
import org.jspecify.annotations.Nullable;

/** Lists of facilities taken into the directory: planned, taken in, looked at row by row, taken back. */
@Path(DirectoryImportResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
@Tag(name = "Directory lists")
public final class DirectoryImportResource implements TakesLongBodies {

    static final String PATH = "/api/v1/directory-imports";
    private static final Pattern ROUTE = Pattern.compile("api/v1/directory-imports/?");
    private static final Pattern SOURCE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    static final long MOST_BYTES = 64L << 20;

    /** What stewards publish stands under this. */
    private static final String RESERVED = "curation";

    private final DirectoryImports<PlaceRow, Facility> imports;
    private final ImportAnswers<Facility> answers;
    private final BundleForm bundles;

    public DirectoryImportResource(DirectoryImports<PlaceRow, Facility> imports, BundleForm bundles) {
        this.imports = imports;
        this.answers = new ImportAnswers<>(imports, PATH);
        this.bundles = bundles;
    }

    @Override
    public BodyAllowance bodyAllowance() {
        return new BodyAllowance("POST", ROUTE, MOST_BYTES);
    }

    @POST
    @Consumes({"text/csv", "application/json", "application/geo+json", "application/fhir+json"})
    @Produces({MediaType.APPLICATION_JSON, Csv.WHEN_ASKED_FOR})
    @Operation(
            summary =
                    "Take a list in: CSV, DHIS2 metadata (application/json), GeoJSON or a FHIR bundle; as a whole or not")
    @ApiResponse(responseCode = "200", description = "A dry run: what would become of each row")
    @ApiResponse(responseCode = "201", description = "Taken in; Location is the import")
    @ApiResponse(responseCode = "409", description = "A facility of it was published meanwhile; nothing is written")
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
        var format = format(headers.getMediaType());
        var owner = source(source);
        boolean dry = dry(dryRun);
        var file = body.readAllBytes();
        var caller = (Caller) security.getUserPrincipal();
        var examined = told(() -> {
            var rows = FacilityLists.read(format, file, mapping, bundles);
            return dry ? imports.plan(owner, format, rows, caller) : imports.run(owner, format, rows, caller);
        });
        return answers.examined(examined, headers.getAcceptableMediaTypes());
    }

    @GET
    @Operation(summary = "The imports, newest first")
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
            @Parameter(description = "created, revised, unchanged, area or rejected") @QueryParam("outcome") @Nullable
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

    static Format format(MediaType type) {
        return switch (type.getSubtype()) {
            case "csv" -> Format.CSV;
            case "geo+json" -> Format.GEOJSON;
            case "fhir+json" -> Format.FHIR;
            default -> Format.DHIS2;
        };
    }

    static String source(@Nullable String source) {
        if (source == null || !SOURCE.matcher(source).matches() || source.equals(RESERVED)) {
            throw ProblemException.badParameter(
                    "source", "names whose list it is, in small letters, digits and hyphens; not " + RESERVED);
        }
        return source;
    }

    static boolean dry(String dryRun) {
        if (!dryRun.matches("true|false")) {
            throw ProblemException.badParameter("dryRun", "is true or false");
        }
        return dryRun.equals("true");
    }

    static <T> T told(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (UnreadableList e) {
            throw ProblemException.unprocessable(String.valueOf(e.getMessage()));
        }
    }
}
