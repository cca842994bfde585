package org.hms.registry.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hms.registry.facility.Facility;
import org.hms.registry.facility.FacilityKind;
import org.hms.registry.facility.FacilityName;
import org.hms.registry.facility.FacilityService;
import org.hms.registry.facility.FacilitySite;
import org.hms.registry.facility.FacilityStatus;
import org.hms.registry.facility.FacilityType;
import org.hms.registry.facility.NameRepair;
import org.hms.registry.facility.Ownership;
import org.hms.registry.facility.SourceRow;
import org.hms.registry.territory.DirectoryIdentifier;
import org.hms.registry.territory.DirectoryIds;
import org.hms.registry.territory.DirectorySystems;
import org.hms.registry.territory.GeoPoint;
import org.hms.registry.territory.Jurisdiction;
import org.hms.registry.territory.NameFolding;
import org.hms.seed.SeedData;
import org.jspecify.annotations.Nullable;

/** Makes facilities of rows; a row that cannot be one is refused with a sentence. */
final class PlaceForm {

    private static final String MSPBS_CODE = "\\d{8}";
    private static final String HIS_CODE = "\\d{7}\\.\\d{8}";
    private static final double SOUTH = -27.7;
    private static final double NORTH = -19.2;
    private static final double WEST = -62.8;
    private static final double EAST = -54.2;

    private final String source;
    private final Map<String, FacilityType> types = new HashMap<>();

    PlaceForm(String source) {
        this.source = source;
        for (var type : SeedData.facilityTypes()) {
            var known = new FacilityType(type.code(), type.name(), false);
            types.put(NameFolding.fold(type.name()), known);
            types.put(NameFolding.fold(type.code()), known);
        }
    }

    static boolean isMinistryCode(String code) {
        return code.matches(MSPBS_CODE);
    }

    static String idOf(String source, String rowId) {
        return DirectoryIds.of(Facility.ID_PREFIX, source, rowId);
    }

    Facility facility(PlaceRow row, @Nullable Jurisdiction district, @Nullable Jurisdiction region) {
        var name = row.text(PlaceField.NAME);
        if (name == null) {
            throw new RefusedRow("la fila no tiene nombre");
        }
        return new Facility(
                idOf(source, row.id()),
                new SourceRow(source, row.id(), "Importado de " + source),
                new FacilityName(name, NameRepair.repair(name)),
                new FacilityKind(type(row), ownership(row)),
                new FacilitySite(
                        district == null ? null : district.id(), region == null ? null : region.id(), null, point(row)),
                identifiers(row),
                new FacilityService(status(row), phones(row)));
    }

    private @Nullable FacilityType type(PlaceRow row) {
        var said = row.text(PlaceField.TYPE);
        if (said == null) {
            return null;
        }
        return Optional.ofNullable(types.get(NameFolding.fold(said)))
                .or(() -> Optional.ofNullable(types.get(NameFolding.fold(said.replace(".", "")))))
                .orElseThrow(() -> new RefusedRow("el tipo no es conocido: " + said));
    }

    private static @Nullable Ownership ownership(PlaceRow row) {
        var said = row.text(PlaceField.OWNERSHIP);
        return said == null
                ? null
                : Ownership.findIn(said.replace('-', ' '))
                        .or(() -> Arrays.stream(Ownership.values())
                                .filter(known ->
                                        NameFolding.fold(known.display()).equals(NameFolding.fold(said)))
                                .findFirst())
                        .orElseThrow(() -> new RefusedRow("la dependencia no es public, social-security ni private"));
    }

    private static FacilityStatus status(PlaceRow row) {
        var said = row.text(PlaceField.STATUS);
        return said == null
                ? FacilityStatus.ACTIVE
                : switch (said.toLowerCase(Locale.ROOT)) {
                    case "active", "activo" -> FacilityStatus.ACTIVE;
                    case "suspended", "suspendido" -> FacilityStatus.SUSPENDED;
                    case "inactive", "inactivo", "cerrado" -> FacilityStatus.INACTIVE;
                    default -> throw new RefusedRow("el estado no es active, suspended ni inactive");
                };
    }

    private static @Nullable GeoPoint point(PlaceRow row) {
        var latitude = row.text(PlaceField.LATITUDE);
        var longitude = row.text(PlaceField.LONGITUDE);
        if (latitude == null && longitude == null) {
            return null;
        }
        if (latitude == null || longitude == null) {
            throw new RefusedRow("latitud y longitud van juntas");
        }
        try {
            var point = new GeoPoint(degrees(latitude), degrees(longitude));
            if (point.latitude() < SOUTH
                    || point.latitude() > NORTH
                    || point.longitude() < WEST
                    || point.longitude() > EAST) {
                throw new RefusedRow("el punto está fuera del país");
            }
            return point;
        } catch (IllegalArgumentException e) {
            throw new RefusedRow("latitud y longitud no son un punto de la Tierra");
        }
    }

    private static double degrees(String text) {
        return Double.parseDouble(text.replace(',', '.'));
    }

    private List<DirectoryIdentifier> identifiers(PlaceRow row) {
        var identifiers = new ArrayList<DirectoryIdentifier>();
        add(identifiers, row.text(PlaceField.MSPBS_CODE));
        add(identifiers, row.text(PlaceField.HIS_CODE));
        identifiers.add(new DirectoryIdentifier(DirectorySystems.LIST + source, row.id()));
        return identifiers;
    }

    /** The ministry's two code systems are told apart by their form. */
    private static void add(List<DirectoryIdentifier> identifiers, @Nullable String code) {
        if (code == null) {
            return;
        }
        if (code.matches(MSPBS_CODE)) {
            identifiers.add(new DirectoryIdentifier(DirectorySystems.MSPBS_ESTABLISHMENT, code));
        } else if (code.matches(HIS_CODE)) {
            identifiers.add(new DirectoryIdentifier(DirectorySystems.HIS_ESTABLISHMENT, code));
        } else {
            throw new RefusedRow("el código no tiene ocho cifras, ni siete, punto y ocho");
        }
    }

    private static List<String> phones(PlaceRow row) {
        var said = row.text(PlaceField.PHONE);
        return said == null
                ? List.of()
                : Arrays.stream(said.split("[/;]", -1))
                        .map(String::strip)
                        .filter(phone -> !phone.isEmpty())
                        .distinct()
                        .toList();
    }
}
