package org.hms.registry.reconcile;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hms.registry.territory.GeoPoint;
import org.hms.registry.territory.NameFolding;
import org.hms.seed.SeedData;
import org.jspecify.annotations.Nullable;

/** The districts of the country: their names, and which was carved out of which. */
final class Districts {

    private final Map<String, Set<String>> wordsOf = new HashMap<>();
    private final Map<String, String> codeOf = new HashMap<>();
    private final Map<String, Set<String>> carvedFrom = new HashMap<>();

    private final Map<String, GeoPoint> middles = new HashMap<>();

    private Districts() {}

    static Districts shipped() {
        var districts = new Districts();
        try (var rows = SeedData.rows(SeedData.dataSet("districts"))) {
            rows.forEach(row -> districts.add(
                    row.getOrDefault("ine_code", ""),
                    row.getOrDefault("name_display", ""),
                    row.getOrDefault("carved_from", "")));
        }
        for (var district : SeedData.districts()) {
            var latitude = district.latitude();
            var longitude = district.longitude();
            if (latitude != null && longitude != null) {
                districts.middles.put(district.ineCode(), new GeoPoint(latitude, longitude));
            }
        }
        return districts;
    }

    private void add(String code, String name, String parents) {
        var folded = NameFolding.fold(name);
        wordsOf.put(code, Set.copyOf(List.of(folded.split(" ", -1))));
        // Two districts of one name are told apart by their department alone.
        codeOf.merge(folded, code, (one, other) -> "");
        codeOf.put(code.substring(0, 2) + folded, code);
        if (!parents.isEmpty()) {
            carvedFrom.put(code, new HashSet<>(Arrays.asList(parents.split(";", -1))));
        }
    }

    /** Of a printed name, within a department where that is known. */
    @Nullable
    String find(String printedName, @Nullable String department) {
        var folded = NameFolding.fold(printedName);
        var code = department == null ? codeOf.get(folded) : codeOf.get(department + folded);
        return code == null || code.isEmpty() ? null : code;
    }

    boolean isKnown(String code) {
        return wordsOf.containsKey(code);
    }

    /** The folded words of a district's name. */
    Set<String> words(@Nullable String code) {
        return code == null ? Set.of() : wordsOf.getOrDefault(code, Set.of());
    }

    /** Between points inside the two; without end where one is newer than the map. */
    double metresBetween(String one, String other) {
        var here = middles.get(one);
        var there = middles.get(other);
        return here == null || there == null ? Double.POSITIVE_INFINITY : here.metresTo(there);
    }

    /** Whether one of the two was carved out of the other, or both out of one. */
    boolean haveShared(String one, String other) {
        var parents = carvedFrom.getOrDefault(one, Set.of());
        var others = carvedFrom.getOrDefault(other, Set.of());
        return parents.contains(other)
                || others.contains(one)
                || parents.stream().anyMatch(others::contains);
    }
}
