package org.hms.registry.exchange;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hms.registry.facility.Facility;
import org.jspecify.annotations.Nullable;

/** Finds the facilities that lists of services name: by id, or by a code, which leads through mergers and splits. */
final class Offering {

    private final Map<String, Facility> byId = new HashMap<>();
    private final Map<String, Set<String>> byCode = new HashMap<>();

    Offering(List<Facility> facilities) {
        for (var facility : facilities) {
            byId.put(facility.id(), facility);
            facility.identifiers()
                    .forEach(known -> byCode.computeIfAbsent(known.value(), code -> new LinkedHashSet<>())
                            .add(facility.id()));
        }
    }

    /** @throws RefusedRow where no facility is meant, or several are, or it is closed */
    String facility(@Nullable String said) {
        if (said == null) {
            throw new RefusedRow("la fila no dice qué establecimiento lo ofrece");
        }
        var meant = (byId.containsKey(said) ? Stream.of(said) : byCode.getOrDefault(said, Set.of()).stream())
                .flatMap(id -> heirs(id, new HashSet<>()))
                .distinct()
                .toList();
        if (meant.size() != 1) {
            throw new RefusedRow((meant.isEmpty()
                            ? "ningún establecimiento tiene este código: "
                            : "varios establecimientos tienen este código: ")
                    + said);
        }
        var facility = byId.get(meant.getFirst());
        if (facility == null || !facility.active()) {
            throw new RefusedRow("el establecimiento está cerrado: " + said);
        }
        return facility.id();
    }

    private Stream<String> heirs(String id, Set<String> seen) {
        var facility = byId.get(id);
        return facility == null || facility.succession().successors().isEmpty() || !seen.add(id)
                ? Stream.of(id)
                : facility.succession().successors().stream().flatMap(heir -> heirs(heir, seen));
    }
}
