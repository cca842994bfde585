package org.hms.registry.reach.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hms.registry.facility.Facility;
import org.hms.registry.reach.Catchment;
import org.hms.registry.reach.DistrictAccess;
import org.hms.registry.reach.NearFacility;
import org.hms.registry.territory.GeoPoint;
import org.hms.registry.territory.JurisdictionIds;
import org.jspecify.annotations.Nullable;

/** What is told of access to care, as JSON and as rows of CSV. */
public final class AccessViews {

    static final List<String> DISTRICT = List.of(
            "distrito",
            "nombre",
            "departamento",
            "poblacion",
            "poblacion_estimada",
            "establecimiento",
            "nombre_establecimiento",
            "km",
            "punto_aproximado");
    static final List<String> CATCHMENT =
            List.of("establecimiento", "nombre", "tipo", "distritos", "poblacion_estimada");
    static final List<String> NEAREST =
            List.of("establecimiento", "nombre", "tipo", "distrito", "km", "latitud", "longitud");

    private static final double METRES_PER_KM = 1_000;
    private static final double PLACES = 10;

    private AccessViews() {}

    /** A list of rows and what has to be known about them. */
    public record AccessList(List<String> notes, List<?> results) {
        public AccessList {
            notes = List.copyOf(notes);
            results = List.copyOf(results);
        }
    }

    /** A row, and how it is written in a file. */
    interface Row {
        List<Object> cells();
    }

    /** A facility and how far it is. */
    public record FacilityRow(
            String facility,
            String name,
            @Nullable String type,
            @Nullable String district,
            double km,
            @Nullable GeoPoint position)
            implements Row {
        static FacilityRow of(NearFacility near) {
            var facility = near.facility();
            return new FacilityRow(
                    facility.id(),
                    facility.name().repaired(),
                    typeCode(facility),
                    JurisdictionIds.codeOf(facility.site().district()),
                    kilometres(near.metres()),
                    facility.site().position());
        }

        @Override
        public List<Object> cells() {
            return row(
                    facility,
                    name,
                    type,
                    district,
                    km,
                    position == null ? null : position.latitude(),
                    position == null ? null : position.longitude());
        }
    }

    /** A district and the nearest facility; the population is counted or, as it says, estimated. */
    public record DistrictRow(
            String district,
            String name,
            String department,
            int population,
            boolean populationEstimated,
            boolean pointApproximate,
            @Nullable FacilityRow nearest)
            implements Row {
        static DistrictRow of(DistrictAccess access) {
            var nearest = access.nearest();
            return new DistrictRow(
                    access.district(),
                    access.name(),
                    access.department(),
                    access.population().people(),
                    !access.population().counted(),
                    access.approximate(),
                    nearest == null ? null : FacilityRow.of(nearest));
        }

        @Override
        public List<Object> cells() {
            return row(
                    district,
                    name,
                    department,
                    population,
                    populationEstimated ? "sí" : "no",
                    nearest == null ? null : nearest.facility(),
                    nearest == null ? null : nearest.name(),
                    nearest == null ? null : nearest.km(),
                    pointApproximate ? "sí" : "no");
        }
    }

    /** A facility with the districts to which it is the nearest one. */
    public record CatchmentRow(
            String facility, String name, @Nullable String type, List<String> districts, long population)
            implements Row {
        public CatchmentRow {
            districts = List.copyOf(districts);
        }

        static CatchmentRow of(Catchment catchment) {
            var facility = catchment.facility();
            return new CatchmentRow(
                    facility.id(),
                    facility.name().repaired(),
                    typeCode(facility),
                    catchment.districts(),
                    catchment.people());
        }

        @Override
        public List<Object> cells() {
            return row(facility, name, type, String.join(" ", districts), population);
        }
    }

    private static @Nullable String typeCode(Facility facility) {
        var type = facility.kind().type();
        return type == null ? null : type.code();
    }

    private static double kilometres(double metres) {
        return Math.round(metres / METRES_PER_KM * PLACES) / PLACES;
    }

    private static List<Object> row(@Nullable Object... cells) {
        var row = new ArrayList<Object>();
        for (var cell : cells) {
            row.add(Objects.requireNonNullElse(cell, ""));
        }
        return row;
    }
}
