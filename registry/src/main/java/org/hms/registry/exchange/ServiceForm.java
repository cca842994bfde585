package org.hms.registry.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hms.registry.careservice.HealthcareService;
import org.hms.registry.careservice.HealthcareService.Nature;
import org.hms.registry.careservice.OpeningExceptions;
import org.hms.registry.careservice.ServiceCapacity;
import org.hms.registry.territory.DirectoryIdentifier;
import org.hms.registry.territory.DirectoryIds;
import org.hms.registry.territory.DirectorySystems;
import org.hms.registry.territory.DirectoryType;
import org.hms.registry.territory.NameFolding;
import org.hms.seed.SeedData;

/** Makes services of rows, and lays what a list says now over what its source said before. */
final class ServiceForm {

    private final String source;
    private final Offering offering;
    private final Map<String, DirectoryType> specialties = new HashMap<>();

    ServiceForm(String source, Offering offering) {
        this.source = source;
        this.offering = offering;
        for (var row : SeedData.specialties()) {
            var known = new DirectoryType(DirectorySystems.SPECIALTY, row.code(), row.name());
            specialties.put(NameFolding.fold(row.name()), known);
            specialties.put(row.code(), known);
        }
    }

    static String idOf(String source, String rowId) {
        return DirectoryIds.of(HealthcareService.ID_PREFIX, source, rowId);
    }

    /** @throws RefusedRow where the row is no service */
    HealthcareService service(ServiceRow row) {
        var name = row.text(ServiceField.NAME);
        if (name == null) {
            throw new RefusedRow("la fila no tiene nombre");
        }
        var facility = offering.facility(row.text(ServiceField.FACILITY));
        return new HealthcareService(
                idOf(source, row.id()),
                false,
                isActive(row),
                List.of(new DirectoryIdentifier(DirectorySystems.LIST + source, row.id())),
                name,
                facility,
                List.of(facility),
                new Nature(
                        types(row),
                        row.texts(ServiceField.SPECIALTY).stream()
                                .map(this::specialty)
                                .toList(),
                        row.text(ServiceField.COMMENT)),
                row.texts(ServiceField.HOURS).stream().map(WeekHours::read).toList(),
                row.texts(ServiceField.PHONE),
                OpeningExceptions.NONE,
                ServiceCapacity.UNTOLD);
    }

    private static List<DirectoryType> types(ServiceRow row) {
        var said = row.texts(ServiceField.TYPE);
        if (said.isEmpty()) {
            throw new RefusedRow("la fila no dice qué tipo de servicio es");
        }
        return said.stream().map(ServiceForm::type).toList();
    }

    /** Words of a list are translated by its mapping. */
    private static DirectoryType type(String said) {
        var parts = said.split("\\|", 3);
        if (parts.length < 2 || !parts[0].contains(":") || parts[1].isBlank()) {
            throw new RefusedRow("el tipo se escribe sistema|código, o la asignación lo traduce: " + said);
        }
        var code = parts[1].strip();
        return new DirectoryType(parts[0].strip(), code, parts.length == 3 ? parts[2].strip() : code);
    }

    private DirectoryType specialty(String said) {
        var known = specialties.get(NameFolding.fold(said));
        if (known == null) {
            throw new RefusedRow("la especialidad no es conocida: " + said);
        }
        return known;
    }

    private static boolean isActive(ServiceRow row) {
        var said = row.text(ServiceField.STATUS);
        return said == null
                || switch (said.toLowerCase(Locale.ROOT)) {
                    case "active", "activo" -> true;
                    case "inactive", "inactivo", "cerrado" -> false;
                    default -> throw new RefusedRow("el estado no es active ni inactive");
                };
    }

    /**
     * What the list has no column for stays, an empty cell empties, what identifies it is kept.
     *
     * @param said the columns that the list has
     */
    static HealthcareService merged(HealthcareService now, HealthcareService before, Set<ServiceField> said) {
        var nature = new Nature(
                now.nature().types(),
                said.contains(ServiceField.SPECIALTY)
                        ? now.nature().specialties()
                        : before.nature().specialties(),
                said.contains(ServiceField.COMMENT)
                        ? now.nature().comment()
                        : before.nature().comment());
        return new HealthcareService(
                before.id(),
                false,
                now.active(),
                identifiers(now, before),
                now.name(),
                now.organization(),
                now.locations(),
                nature,
                said.contains(ServiceField.HOURS) ? now.hours() : before.hours(),
                said.contains(ServiceField.PHONE) ? now.phones() : before.phones(),
                before.exceptions(),
                before.capacity());
    }

    private static List<DirectoryIdentifier> identifiers(HealthcareService now, HealthcareService before) {
        var kept = new ArrayList<>(before.identifiers());
        now.identifiers().stream()
                .filter(identifier -> !before.identifiers().contains(identifier))
                .forEach(kept::add);
        return kept;
    }
}
