package org.hms.registry.exchange;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hms.registry.exchange.PlannedRow.Outcome;
import org.hms.registry.facility.Facility;
import org.hms.registry.territory.Jurisdiction;
import org.hms.registry.territory.JurisdictionLevel;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of the rows of a list, all of them looked at before any is decided, so that a row may stand before the
 * one it is a part of. It writes nothing: a dry run and the run before it writes are this same plan.
 */
final class ImportPlan {

    /** A country has a handful. */
    private static final int MOST_LEVELS = 50;

    private final String source;
    private final Territory territory;
    private final Map<String, PlaceRow> rows = new HashMap<>();
    private final Map<String, Optional<Jurisdiction>> areas = new HashMap<>();

    ImportPlan(String source, Territory territory) {
        this.source = source;
        this.territory = territory;
    }

    /** Makes facilities of the rows that can be; what is known of them is asked for with their ids, in one question. */
    List<PlannedRow<Facility>> of(List<PlaceRow> list, Function<Set<String>, Map<String, Known<Facility>>> knowing) {
        list.stream().filter(row -> row.fault() == null).forEach(row -> rows.putIfAbsent(row.id(), row));
        var form = new PlaceForm(source);
        var made = new HashMap<PlaceRow, Facility>();
        var refused = new HashMap<PlaceRow, String>();
        for (var row : list) {
            try {
                requireItself(row);
                if (!row.area()) {
                    made.put(row, facility(form, row));
                }
            } catch (RefusedRow e) {
                refused.put(row, e.reason());
            }
        }
        var ids = new HashSet<String>();
        made.values().forEach(facility -> ids.add(facility.id()));
        var known = knowing.apply(ids);
        var planned = new ArrayList<PlannedRow<Facility>>();
        for (var row : list) {
            var reason = refused.get(row);
            var facility = made.get(row);
            planned.add(
                    reason != null
                            ? PlannedRow.rejected(row, reason)
                            : facility == null ? area(row) : decided(row, facility, known.get(facility.id())));
        }
        return planned;
    }

    private void requireItself(PlaceRow row) {
        if (row.fault() != null) {
            throw new RefusedRow(row.fault());
        }
        if (row.id().isEmpty()) {
            throw new RefusedRow("la fila no tiene identificador");
        }
        if (rows.get(row.id()) != row) {
            throw new RefusedRow("el identificador está también en otra fila");
        }
    }

    private PlannedRow<Facility> area(PlaceRow row) {
        return areaOf(row)
                .map(area -> new PlannedRow<Facility>(row, Outcome.AREA, area.id(), 0, null, null))
                .orElseGet(() -> PlannedRow.rejected(row, "no es una parte conocida del territorio"));
    }

    private static PlannedRow<Facility> decided(PlaceRow row, Facility made, @Nullable Known<Facility> known) {
        return PlannedRow.decided(
                row,
                made,
                known,
                (now, before) -> Merging.of(now, before, row.fields().keySet()),
                "el establecimiento cambió después de la última importación: proponga el cambio a un curador");
    }

    private Facility facility(PlaceForm form, PlaceRow row) {
        var above = above(row);
        var departmentSaid = row.text(PlaceField.DEPARTMENT);
        var department = territory.department(departmentSaid).or(() -> within(above, JurisdictionLevel.DEPARTMENT));
        require(departmentSaid, department, "el departamento");
        var code = row.text(PlaceField.DISTRICT_CODE);
        var name = row.text(PlaceField.DISTRICT);
        var district = territory
                .district(code, name, department.orElse(null))
                .or(() -> code == null && name == null ? within(above, JurisdictionLevel.DISTRICT) : Optional.empty());
        require(code == null ? name : code, district, "el distrito");
        var regionSaid = row.text(PlaceField.REGION);
        var region = territory.healthRegion(regionSaid).or(() -> within(above, JurisdictionLevel.HEALTH_REGION));
        require(regionSaid, region, "la región sanitaria");
        return form.facility(row, district.orElse(null), region.orElse(null));
    }

    private static void require(@Nullable String said, Optional<Jurisdiction> found, String what) {
        if (said != null && found.isEmpty()) {
            throw new RefusedRow(what + " no es conocido o hay varios de ese nombre: " + said);
        }
    }

    /** The parts of the territory above a row, the nearest first. */
    private List<Jurisdiction> above(PlaceRow row) {
        var above = new ArrayList<Jurisdiction>();
        var seen = new HashSet<>(Set.of(row.id()));
        for (var parent = row.text(PlaceField.PARENT); parent != null; ) {
            var next = rows.get(parent);
            if (next == null) {
                above.add(outside(parent));
                return above;
            }
            if (!seen.add(parent)) {
                throw new RefusedRow("es parte de sí mismo");
            }
            if (seen.size() > MOST_LEVELS) {
                throw new RefusedRow("está debajo de más de " + MOST_LEVELS + " niveles");
            }
            if (next.area()) {
                areaOf(next).ifPresent(above::add);
            }
            parent = next.text(PlaceField.PARENT);
        }
        return above;
    }

    private Jurisdiction outside(String parent) {
        return territory
                .find(parent)
                .orElseThrow(() -> new RefusedRow("su superior no está en la lista ni en el directorio: " + parent));
    }

    private Optional<Jurisdiction> within(List<Jurisdiction> above, JurisdictionLevel level) {
        return above.stream()
                .flatMap(area -> {
                    var parent = territory.find(area.parent());
                    return parent.isPresent() ? Stream.of(area, parent.get()) : Stream.of(area);
                })
                .filter(area -> area.level() == level)
                .findFirst();
    }

    /** Which part of the territory a row stands for, within what stands above it: so the uppermost is looked for first. */
    private Optional<Jurisdiction> areaOf(PlaceRow row) {
        var open = new ArrayDeque<PlaceRow>();
        for (@Nullable PlaceRow next = row; next != null && !areas.containsKey(next.id()); next = areaAbove(next)) {
            areas.put(next.id(), Optional.empty());
            open.push(next);
        }
        for (var next : open) {
            var higher = areaAbove(next);
            var above = higher == null
                    ? territory.find(next.text(PlaceField.PARENT))
                    : areas.getOrDefault(higher.id(), Optional.empty());
            areas.put(
                    next.id(),
                    territory.area(
                            next.text(PlaceField.DISTRICT_CODE), next.text(PlaceField.NAME), above.orElse(null)));
        }
        return areas.getOrDefault(row.id(), Optional.empty());
    }

    private @Nullable PlaceRow areaAbove(PlaceRow row) {
        var parent = row.text(PlaceField.PARENT);
        var next = parent == null ? null : rows.get(parent);
        return next != null && next.area() ? next : null;
    }
}
