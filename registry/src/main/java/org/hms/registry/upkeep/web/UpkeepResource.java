package org.hms.registry.upkeep.web;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.hms.registry.territory.JurisdictionIds;
import org.hms.registry.upkeep.DirectoryUpkeep;
import org.hms.registry.upkeep.web.UpkeepViews.DistrictRow;
import org.hms.registry.upkeep.web.UpkeepViews.EndpointRow;
import org.hms.registry.upkeep.web.UpkeepViews.FacilityRow;
import org.hms.registry.upkeep.web.UpkeepViews.LicenceRow;
import org.hms.registry.upkeep.web.UpkeepViews.PairRow;
import org.hms.registry.upkeep.web.UpkeepViews.Row;
import org.hms.registry.upkeep.web.UpkeepViews.WorkPage;
import org.hms.registry.web.Csv;
import org.hms.registry.web.Page;
import org.hms.registry.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** How complete the directory is, and what waits in it for a steward; each list as JSON, or whole as CSV. */
@Path("/api/v1/directory-quality")
@Produces({MediaType.APPLICATION_JSON, Csv.WHEN_ASKED_FOR})
@RolesAllowed({"admin", "steward"})
@Tag(name = "Directory quality")
public final class UpkeepResource {

    private static final int A_YEAR = 365;
    private static final int A_MONTH = 30;
    private static final int MOST_DAYS = 3_650;
    private static final int LONGEST_NOTE = 500;

    private final DirectoryUpkeep upkeep;

    public UpkeepResource(DirectoryUpkeep upkeep) {
        this.upkeep = upkeep;
    }

    @GET
    @Path("facilities")
    @Operation(summary = "Each facility with its score and what it lacks, the least complete first")
    public Response facilities(
            @Parameter(description = "Those of one district: the four digits of its INE code")
                    @QueryParam("district")
                    @Nullable
                    String district,
            @Parameter(description = "Those that lack this, such as position or attestation")
                    @QueryParam("lacks")
                    @Nullable
                    String lacks,
            @Parameter(description = "For how many days an attestation holds; 365") @QueryParam("freshDays") @Nullable
                    String freshDays,
            @BeanParam Page page,
            @Context HttpHeaders headers) {
        var id = district == null ? null : JurisdictionIds.district(district);
        var rows = upkeep.facilities(days("freshDays", freshDays, A_YEAR)).stream()
                .filter(score -> id == null || id.equals(score.district()))
                .filter(score -> lacks == null
                        || score.lacks().stream().anyMatch(lack -> lack.code().equals(lacks)))
                .map(FacilityRow::of)
                .toList();
        return answer(rows, UpkeepViews.FACILITY, page, headers);
    }

    @GET
    @Path("districts")
    @Operation(summary = "Each district with the mean score of its facilities and how many lack what")
    public Response districts(
            @QueryParam("freshDays") @Nullable String freshDays, @BeanParam Page page, @Context HttpHeaders headers) {
        var rows = upkeep.districts(days("freshDays", freshDays, A_YEAR)).stream()
                .map(DistrictRow::of)
                .toList();
        return answer(rows, UpkeepViews.DISTRICT, page, headers);
    }

    @GET
    @Path("licences")
    @Operation(summary = "Licences of professionals that have ended, or end within some days")
    public Response licences(
            @Parameter(description = "How many days ahead; 30") @QueryParam("days") @Nullable String days,
            @BeanParam Page page,
            @Context HttpHeaders headers) {
        int ahead = (int) days("days", days, A_MONTH).toDays();
        var rows = upkeep.licences(ahead).stream().map(LicenceRow::of).toList();
        return answer(rows, UpkeepViews.LICENCE, page, headers);
    }

    @GET
    @Path("legal-steps")
    @Operation(summary = "Legal steps of facilities that have ended, or end within some days, and were not renewed")
    public Response legalSteps(
            @Parameter(description = "How many days ahead; 30") @QueryParam("days") @Nullable String days,
            @BeanParam Page page,
            @Context HttpHeaders headers) {
        int ahead = (int) days("days", days, A_MONTH).toDays();
        var rows = upkeep.steps(ahead).stream().map(LegalStepRow::of).toList();
        return answer(rows, LegalStepRow.HEADINGS, page, headers);
    }

    @GET
    @Path("endpoints")
    @Operation(summary = "Electronic endpoints and when each was last checked; those never checked first")
    public Response endpoints(
            @Parameter(description = "For how many days a check holds; 30") @QueryParam("freshDays") @Nullable
                    String freshDays,
            @BeanParam Page page,
            @Context HttpHeaders headers) {
        var rows = upkeep.endpoints(days("freshDays", freshDays, A_MONTH)).stream()
                .map(EndpointRow::of)
                .toList();
        return answer(rows, UpkeepViews.ENDPOINT, page, headers);
    }

    /** What came of trying an endpoint. */
    public record CheckBody(
            @Nullable Boolean answered, @Nullable String note) {}

    @POST
    @Path("endpoints/{id}/checks")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Say that an endpoint was tried just now, and whether it answered")
    public EndpointRow check(@PathParam("id") String id, @Nullable CheckBody body, @Context SecurityContext security) {
        var answered = body == null ? null : body.answered();
        if (body == null || answered == null) {
            throw ProblemException.badRequest("The body says whether the endpoint answered");
        }
        if (body.note() != null && body.note().length() > LONGEST_NOTE) {
            throw ProblemException.unprocessable("The note is longer than " + LONGEST_NOTE + " characters");
        }
        return upkeep.checked(
                        id, answered, body.note(), security.getUserPrincipal().getName())
                .map(EndpointRow::of)
                .orElseThrow(() -> ProblemException.notFound("No endpoint has this id"));
    }

    @GET
    @Path("duplicates")
    @Operation(summary = "Facilities that look like one house, the most alike first, with the reasons")
    public Response duplicates(@BeanParam Page page, @Context HttpHeaders headers) {
        var rows = upkeep.duplicates().stream().map(PairRow::of).toList();
        return answer(rows, UpkeepViews.PAIR, page, headers);
    }

    private static Duration days(String name, @Nullable String text, int otherwise) {
        int days = text == null ? otherwise : text.matches("\\d{1,5}") ? Integer.parseInt(text) : -1;
        if (days < 0 || days > MOST_DAYS) {
            throw ProblemException.badParameter(name, "is a number of days from 0 to " + MOST_DAYS);
        }
        return Duration.ofDays(days);
    }

    private static Response answer(List<? extends Row> rows, List<String> headings, Page page, HttpHeaders headers) {
        var csv = MediaType.valueOf(Csv.MEDIA_TYPE);
        var first = headers.getAcceptableMediaTypes().getFirst();
        if (first.isWildcardType() || !first.isCompatible(csv)) {
            var shown = rows.stream().skip(page.offset()).limit(page.limit()).toList();
            return Response.ok(new WorkPage(rows.size(), page.limit(), page.offset(), shown))
                    .type(MediaType.APPLICATION_JSON)
                    .build();
        }
        StreamingOutput file = stream -> {
            var out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
            Csv.write(out, headings);
            for (var row : rows) {
                Csv.write(out, row.cells());
            }
            out.flush();
        };
        return Response.ok(file).type(Csv.UTF8).build();
    }
}
