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
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hms.registry.exchange.BundleForm;
import org.hms.registry.exchange.FacilityTable;
import org.hms.registry.exchange.FacilityTable.Wanted;
import org.hms.registry.exchange.JsonForms;
import org.hms.registry.exchange.Spreadsheet;
import org.hms.registry.territory.JurisdictionIds;
import org.hms.registry.web.Csv;
import org.hms.registry.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** The facilities given out as a list, in the form that the other system takes. */
@Path("/api/v1/directory-exports/facilities")
@Tag(name = "Directory lists")
public final class DirectoryExportResource {

    private static final String NAME = "establecimientos";

    private final FacilityTable table;
    private final BundleForm bundles;

    public DirectoryExportResource(FacilityTable table, BundleForm bundles) {
        this.table = table;
        this.bundles = bundles;
    }

    @GET
    @Produces("*/*")
    @Operation(summary = "The facilities as csv, xlsx, geojson, dhis2 or fhir")
    public Response export(
            @Parameter(description = "csv, xlsx, geojson, dhis2 or fhir") @QueryParam("format") @DefaultValue("csv")
                    String format,
            @Parameter(description = "all, or active: those that are not closed")
                    @QueryParam("status")
                    @DefaultValue("all")
                    String status,
            @Parameter(description = "The four digits of a district's INE code") @QueryParam("district") @Nullable
                    String district,
            @Parameter(description = "The list that they come from") @QueryParam("source") @Nullable String source) {
        if (!status.matches("all|active")) {
            throw ProblemException.badParameter("status", "is all or active");
        }
        var wanted = new Wanted(
                status.equals("active"), district == null ? null : JurisdictionIds.district(district), source);
        return switch (format) {
            case "csv" -> file("csv", Csv.UTF8, csv(table.rows(wanted)));
            case "xlsx" -> file("xlsx", Spreadsheet.MEDIA_TYPE, workbook(table.rows(wanted)));
            case "geojson" ->
                file(
                        "geojson",
                        "application/geo+json",
                        JsonForms.geoJson(table.entries(wanted), table.areas()).toString());
            case "dhis2" ->
                file(
                        "json",
                        "application/json",
                        JsonForms.dhis2(table.entries(wanted), table.areas()).toString());
            case "fhir" -> file("json", "application/fhir+json", bundles.write(table.entries(wanted)));
            default -> throw ProblemException.badParameter("format", "is csv, xlsx, geojson, dhis2 or fhir");
        };
    }

    private static Response file(String ending, String type, Object content) {
        return Response.ok(content)
                .type(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + NAME + "." + ending + "\"")
                .build();
    }

    private static List<String> headings(List<Map<String, Object>> rows) {
        return rows.isEmpty()
                ? List.of("id", "name")
                : List.copyOf(rows.getFirst().keySet());
    }

    private static StreamingOutput csv(List<Map<String, Object>> rows) {
        return stream -> {
            var out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
            Csv.write(out, headings(rows));
            for (var row : rows) {
                Csv.write(out, new ArrayList<>(row.values()));
            }
            out.flush();
        };
    }

    private static StreamingOutput workbook(List<Map<String, Object>> rows) {
        return stream -> Spreadsheet.write(NAME, headings(rows), rows, stream);
    }
}
