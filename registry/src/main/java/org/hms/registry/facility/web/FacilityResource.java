package org.hms.registry.facility.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hms.registry.facility.Circle;
import org.hms.registry.facility.Facility;
import org.hms.registry.facility.FacilitySite;
import org.hms.registry.facility.Place;
import org.hms.registry.facility.PlaceCondition;
import org.hms.registry.facility.PlaceDirectory;
import org.hms.registry.facility.PlaceQuery;
import org.hms.registry.territory.DirectorySystems;
import org.hms.registry.territory.EntryCondition;
import org.hms.registry.territory.EntryCondition.Match;
import org.hms.registry.territory.EntryCondition.Wanted;
import org.hms.registry.territory.JurisdictionIds;
import org.hms.registry.territory.Published;
import org.hms.registry.web.Page;
import org.hms.registry.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Where can this be done: facilities by name, district, kind and distance. */
@Path("/api/v1/facilities")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Facilities")
public final class FacilityResource {

    private static final ZoneId ZONE = ZoneId.of("America/Asuncion");

    private final PlaceDirectory directory;

    public FacilityResource(PlaceDirectory directory) {
        this.directory = directory;
    }

    @GET
    @Operation(summary = "Facilities that fulfil all that is asked; the nearest first when a point is given")
    public FacilityPage list(
            @Parameter(description = "Part of the name, accents and case aside") @QueryParam("q") @Nullable String q,
            @Parameter(description = "The four digits of the district's INE code, or the district's id")
                    @QueryParam("district")
                    @Nullable
                    String district,
            @Parameter(description = "A kind of facility, such as USF or HD") @QueryParam("type") @Nullable String type,
            @Parameter(description = "latitude|longitude|distance|unit, such as -25.39|-57.356|10|km")
                    @QueryParam("near")
                    @Nullable
                    String near,
            @Parameter(description = "A day, such as 2019-06-30: the district is the one of that day")
                    @QueryParam("at")
                    @Nullable
                    String at,
            @BeanParam Page page) {
        var conditions = new ArrayList<PlaceCondition>();
        conditions.add(new PlaceCondition.IsFacility());
        if (q != null) {
            conditions.add(new PlaceCondition.Entry(new EntryCondition.IsNamed(Match.CONTAINS, null, List.of(q))));
        }
        if (district != null) {
            var id = district.matches("\\d{4}") ? JurisdictionIds.district(district) : district;
            conditions.add(
                    at == null
                            ? new PlaceCondition.LiesIn(List.of(id))
                            : new PlaceCondition.LayIn(List.of(id), day(at)));
        }
        if (type != null) {
            conditions.add(new PlaceCondition.HasType(List.of(new Wanted(DirectorySystems.FACILITY_TYPE, type))));
        }
        if (near != null) {
            conditions.add(new PlaceCondition.IsNear(circle(near)));
        }
        return page(new PlaceQuery(conditions, page.limit(), page.offset()));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One facility, as it is published now, or where it lay and how it was published on a day")
    public FacilityView get(
            @PathParam("id") String id,
            @Parameter(description = "A day, such as 2019-06-30") @QueryParam("at") @Nullable String at) {
        return switch (directory.find(id).orElse(null)) {
            case Place.Site(var published) -> view(at == null ? published : on(day(at), published));
            case Place.Area _ -> throw unknown();
            case null -> throw unknown();
        };
    }

    private FacilityView view(Published<Facility> published) {
        return FacilityView.of(published, null, AreaNames.of(List.of(published.content()), directory));
    }

    /**
     * The last version of that day, or the first there is where the directory did not know it yet; in the district in which, as
     * we know today, it lay then.
     */
    private Published<Facility> on(LocalDate day, Published<Facility> current) {
        var versions = directory.history(current.content().id()).stream()
                .map(FacilityResource::site)
                .toList();
        var then = versions.stream()
                .filter(version -> !LocalDate.ofInstant(version.at(), ZONE).isAfter(day))
                .findFirst()
                .orElseGet(versions::getLast);
        var site = then.content().site();
        var lay = new FacilitySite(
                current.content().site().districtOn(day), site.healthRegion(), site.dependency(), site.position());
        return new Published<>(then.content().with(lay), then.version(), then.at());
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw ProblemException.badParameter("at", "is a day, such as 2019-06-30");
        }
    }

    private FacilityPage page(PlaceQuery query) {
        var found = directory.find(query);
        var areas = AreaNames.of(
                found.page().stream().map(hit -> site(hit.place()).content()).toList(), directory);
        return new FacilityPage(
                found.total(),
                found.more(),
                query.limit(),
                query.offset(),
                found.page().stream()
                        .map(hit -> FacilityView.of(site(hit.place()), hit.metres(), areas))
                        .toList());
    }

    private static Published<Facility> site(Place place) {
        return switch (place) {
            case Place.Site(var published) -> published;
            case Place.Area _ -> throw new IllegalStateException("Only facilities were asked for");
        };
    }

    private static Circle circle(String near) {
        try {
            return Circle.parse(near);
        } catch (IllegalArgumentException e) {
            throw ProblemException.badParameter(
                    "near", "is not understood: " + Objects.requireNonNullElse(e.getMessage(), "it cannot be read"));
        }
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("No facility has this id");
    }
}
