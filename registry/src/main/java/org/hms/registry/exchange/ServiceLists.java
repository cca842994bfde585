package org.hms.registry.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hms.registry.careservice.HealthcareService;
import org.hms.registry.facility.Facility;
import org.hms.registry.territory.DirectoryRoll;
import org.hms.registry.territory.Published;
import org.jspecify.annotations.Nullable;

/** Lists of services as CSV, each at one facility, planned upon the facilities as they are. */
public final class ServiceLists implements ListForm<ServiceRow, HealthcareService> {

    private final DirectoryRoll<Facility> facilities;

    public ServiceLists(DirectoryRoll<Facility> facilities) {
        this.facilities = facilities;
    }

    /** The rows of a file, by a mapping as YAML or JSON, or the usual one. */
    public static List<ServiceRow> read(byte[] file, @Nullable String mapping) {
        return CsvList.read(
                file,
                ListMapping.of(ServiceField.class, mapping),
                List.of(ServiceField.ID, ServiceField.FACILITY, ServiceField.NAME, ServiceField.TYPE),
                ServiceRow::new);
    }

    @Override
    public List<PlannedRow<HealthcareService>> plan(
            String source,
            List<ServiceRow> rows,
            Function<Set<String>, Map<String, Known<HealthcareService>>> knowing) {
        var form = new ServiceForm(
                source,
                new Offering(facilities.all().stream().map(Published::content).toList()));
        var made = new LinkedHashMap<ServiceRow, HealthcareService>();
        var refused = new HashMap<ServiceRow, String>();
        var ids = new HashSet<String>();
        for (var row : rows) {
            try {
                requireItself(row, ids);
                made.put(row, form.service(row));
            } catch (RefusedRow e) {
                refused.put(row, e.reason());
            }
        }
        var known =
                knowing.apply(made.values().stream().map(HealthcareService::id).collect(Collectors.toSet()));
        var planned = new ArrayList<PlannedRow<HealthcareService>>();
        for (var row : rows) {
            var service = made.get(row);
            planned.add(
                    service == null
                            ? PlannedRow.rejected(row, String.valueOf(refused.get(row)))
                            : decided(row, service, known.get(service.id())));
        }
        return planned;
    }

    private static void requireItself(ServiceRow row, Set<String> seen) {
        if (row.id().isEmpty()) {
            throw new RefusedRow("la fila no tiene identificador");
        }
        if (!seen.add(row.id())) {
            throw new RefusedRow("el identificador está también en otra fila");
        }
    }

    private static PlannedRow<HealthcareService> decided(
            ServiceRow row, HealthcareService made, @Nullable Known<HealthcareService> known) {
        return PlannedRow.decided(
                row,
                made,
                known,
                (now, before) -> ServiceForm.merged(now, before, row.fields().keySet()),
                "el servicio cambió después de la última importación: corríjalo en el directorio");
    }

    @Override
    public HealthcareService withdrawn(HealthcareService created) {
        return created.inactive();
    }
}
