package org.hms.registry.exchange;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.hms.registry.exchange.DirectoryImport.Format;
import org.hms.registry.facility.Facility;
import org.hms.registry.facility.FacilityStatus;
import org.hms.registry.territory.DirectoryRoll;
import org.hms.registry.territory.Jurisdiction;
import org.hms.registry.territory.Published;
import org.jspecify.annotations.Nullable;

/** Lists of facilities, read in any format and planned upon the territory as it is. */
public final class FacilityLists implements ListForm<PlaceRow, Facility> {

    private final DirectoryRoll<Jurisdiction> jurisdictions;

    public FacilityLists(DirectoryRoll<Jurisdiction> jurisdictions) {
        this.jurisdictions = jurisdictions;
    }

    /** The rows of a file in one of the formats that are not FHIR's. */
    static List<PlaceRow> read(Format format, byte[] file, ListMapping<PlaceField> mapping) {
        return switch (format) {
            case CSV -> CsvList.read(file, mapping);
            case DHIS2 -> JsonLists.dhis2(file, mapping);
            case GEOJSON -> JsonLists.geoJson(file, mapping);
            case FHIR -> throw new IllegalArgumentException("A bundle is read at the edge that knows FHIR");
        };
    }

    /** The rows of a file in any format, by a mapping as YAML or JSON, or the usual one. */
    public static List<PlaceRow> read(Format format, byte[] file, @Nullable String mapping, BundleForm bundles) {
        return format == Format.FHIR
                ? bundles.read(file)
                : read(format, file, mapping == null ? ListMapping.usual() : ListMapping.read(mapping));
    }

    @Override
    public List<PlannedRow<Facility>> plan(
            String source, List<PlaceRow> rows, Function<Set<String>, Map<String, Known<Facility>>> knowing) {
        var territory = new Territory(
                jurisdictions.all().stream().map(Published::content).toList());
        return new ImportPlan(source, territory).of(rows, knowing);
    }

    @Override
    public Facility withdrawn(Facility created) {
        return created.with(FacilityStatus.INACTIVE);
    }
}
