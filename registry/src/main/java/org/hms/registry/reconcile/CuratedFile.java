package org.hms.registry.reconcile;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hms.seed.FacilityRow;
import org.jspecify.annotations.Nullable;

/** Writes the curated list as CSV, one house a line. */
public final class CuratedFile {

    private CuratedFile() {}

    public static void write(List<CuratedFacility> facilities, Writer out) {
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
            csv.writeRecord(
                    "seed_id",
                    "rows",
                    "name",
                    "other_names",
                    "type_code",
                    "ownership",
                    "mspbs_code",
                    "ine_district",
                    "region_sanitaria",
                    "lat",
                    "lon",
                    "phone",
                    "waits_for_review");
            facilities.forEach(facility -> csv.writeRecord(cells(facility)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(CuratedFacility facility) {
        return List.of(
                facility.seedId(),
                facility.rows().stream().map(FacilityRow::seedId).collect(Collectors.joining(" ")),
                facility.name(),
                String.join("; ", facility.otherNames()),
                cell(facility.type()),
                cell(facility.first(FacilityRow::ownership)),
                cell(facility.first(FacilityRow::mspbsCode)),
                cell(facility.first(FacilityRow::ineDistrict)),
                cell(facility.first(FacilityRow::healthRegion)),
                cell(facility.first(FacilityRow::latitude)),
                cell(facility.first(FacilityRow::longitude)),
                cell(facility.first(FacilityRow::phone)),
                facility.waits() ? "yes" : "no");
    }

    private static String cell(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
