package org.hms.registry.reach.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.hms.registry.facility.Circle;
import org.hms.registry.reach.AccessToCare;
import org.hms.registry.reach.WantedCare;
import org.hms.registry.reach.web.AccessViews.AccessList;
import org.hms.registry.reach.web.AccessViews.CatchmentRow;
import org.hms.registry.reach.web.AccessViews.DistrictRow;
import org.hms.registry.reach.web.AccessViews.FacilityRow;
import org.hms.registry.reach.web.AccessViews.Row;
import org.hms.registry.territory.GeoPoint;
import org.hms.registry.web.Csv;
import org.hms.registry.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** How near care is: from a place, from each district, and how many people each facility is the nearest to. */
@Path("/api/v1/access-to-care")
@Produces({MediaType.APPLICATION_JSON, Csv.WHEN_ASKED_FOR})
@Tag(name = "Access to care")
public final class AccessResource {

    private static final int USUAL_COUNT = 5;
    private static final int MOST = 100;
    private static final int MOST_KM = 2_000;
    private static final String SERVICE =
            "The code of a service's type or specialty, as the directory's services have it";
    private static final String TYPE =
            "Kinds of facility by the ministry's abbreviation, such as HD; several are joined by or";

    private static final String STRAIGHT =
            "Las distancias son en línea recta, desde un punto interior del distrito; no consideran caminos.";
    private static final String ESTIMATED =
            "Población: Censo 2022 (INE) por departamento. La de un distrito es una estimación:"
                    + " la de su departamento, repartida según el número de localidades de cada distrito.";

    private final AccessToCare access;

    public AccessResource(AccessToCare access) {
        this.access = access;
    }

    @GET
    @Path("nearest")
    @Operation(summary = "The facilities that offer a service, the nearest to a place first")
    public Response nearest(
            @Parameter(description = "latitude|longitude, the id of a place, or a district's INE code")
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(description = SERVICE) @QueryParam("service") @Nullable String service,
            @Parameter(description = TYPE) @QueryParam("type") List<String> type,
            @Parameter(description = "How many, 1 to 100; 5") @QueryParam("count") @Nullable String count,
            @Context HttpHeaders headers) {
        int most = count == null ? USUAL_COUNT : number("count", count, 1, MOST);
        var rows = access.nearest(point(from), new WantedCare(service, type), most).stream()
                .map(FacilityRow::of)
                .toList();
        return answer(rows, AccessViews.NEAREST, List.of(STRAIGHT), headers);
    }

    @GET
    @Path("districts")
    @Operation(
            summary =
                    "Each district, how far the nearest facility with a service is, and its population; the farthest first")
    public Response districts(
            @Parameter(description = SERVICE) @QueryParam("service") @Nullable String service,
            @Parameter(description = TYPE) @QueryParam("type") List<String> type,
            @Parameter(description = "Only those that have none within so many kilometres")
                    @QueryParam("beyondKm")
                    @Nullable
                    String beyond,
            @Context HttpHeaders headers) {
        var wanted = new WantedCare(service, type);
        var districts = beyond == null
                ? access.districts(wanted)
                : access.without(wanted, 1_000.0 * number("beyondKm", beyond, 0, MOST_KM));
        var rows = districts.stream().map(DistrictRow::of).toList();
        return answer(rows, AccessViews.DISTRICT, List.of(STRAIGHT, ESTIMATED), headers);
    }

    @GET
    @Path("catchments")
    @Operation(
            summary = "Each facility with the districts to which it is the nearest one, and how many people live there")
    public Response catchments(
            @Parameter(description = SERVICE) @QueryParam("service") @Nullable String service,
            @Parameter(description = TYPE) @QueryParam("type") List<String> type,
            @Context HttpHeaders headers) {
        var rows = access.catchments(new WantedCare(service, type)).stream()
                .map(CatchmentRow::of)
                .toList();
        return answer(rows, AccessViews.CATCHMENT, List.of(STRAIGHT, ESTIMATED), headers);
    }

    private GeoPoint point(@Nullable String from) {
        if (from == null) {
            throw ProblemException.badParameter("from", "is latitude|longitude, or the id of a place");
        }
        if (from.contains("|")) {
            try {
                return Circle.parse(from).centre();
            } catch (IllegalArgumentException e) {
                throw ProblemException.badParameter(
                        "from",
                        "is not understood: " + Objects.requireNonNullElse(e.getMessage(), "it cannot be read"));
            }
        }
        return access.findPoint(from)
                .orElseThrow(() -> ProblemException.badParameter("from", "names no place whose point is known"));
    }

    private static int number(String name, String text, int least, int most) {
        int number = text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
        if (number < least || number > most) {
            throw ProblemException.badParameter(name, "is a whole number from " + least + " to " + most);
        }
        return number;
    }

    private static Response answer(
            List<? extends Row> rows, List<String> headings, List<String> notes, HttpHeaders headers) {
        var first = headers.getAcceptableMediaTypes().getFirst();
        if (first.isWildcardType() || !first.isCompatible(MediaType.valueOf(Csv.MEDIA_TYPE))) {
            return Response.ok(new AccessList(notes, rows))
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
