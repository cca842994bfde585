package org.hms.registry.exchange.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import org.hms.registry.exchange.JsonForms;
import org.hms.registry.territory.DirectoryRoll;
import org.hms.registry.territory.Jurisdiction;
import org.hms.registry.territory.JurisdictionLevel;
import org.hms.registry.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** The territory given out as a map: its parts with their outlines. */
@Path("/api/v1/directory-exports/jurisdictions")
@Tag(name = "Directory lists")
public final class AreaExportResource {

    private final DirectoryRoll<Jurisdiction> areas;

    public AreaExportResource(DirectoryRoll<Jurisdiction> areas) {
        this.areas = areas;
    }

    @GET
    @Produces("*/*")
    @Operation(summary = "Jurisdictions, health regions and networks as geojson, with their outlines")
    public Response export(
            @Parameter(description = "geojson") @QueryParam("format") @DefaultValue("geojson") String format,
            @Parameter(description = "department, district or another level; all where absent")
                    @QueryParam("level")
                    @Nullable
                    String level,
            @Parameter(description = "all, or active: those that are not closed")
                    @QueryParam("status")
                    @DefaultValue("all")
                    String status) {
        if (!format.equals("geojson")) {
            throw ProblemException.badParameter("format", "is geojson");
        }
        if (!status.matches("all|active")) {
            throw ProblemException.badParameter("status", "is all or active");
        }
        if (level != null
                && Arrays.stream(JurisdictionLevel.values())
                        .noneMatch(known -> known.code().equals(level))) {
            throw ProblemException.badParameter("level", "is a level of jurisdictions, such as district");
        }
        var wanted = areas.all().stream()
                .filter(area -> level == null || area.content().level().code().equals(level))
                .filter(area -> status.equals("all") || area.content().active())
                .toList();
        return Response.ok(JsonForms.areas(wanted).toString())
                .type("application/geo+json")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"territorio.geojson\"")
                .build();
    }
}
