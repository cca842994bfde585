package org.hms.terminology.conceptmap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Mappings found by the code on either side, wherever they are kept. */
public interface MapTable {

    List<MapTarget> from(String sourceCode);

    List<MapTarget> to(String targetCode);

    /** Mappings held in memory. */
    static MapTable of(List<MapTarget> mappings) {
        return new Indexed(index(mappings, true), index(mappings, false));
    }

    private static Map<String, List<MapTarget>> index(List<MapTarget> mappings, boolean bySource) {
        var index = new HashMap<String, List<MapTarget>>();
        for (var mapping : mappings) {
            var code = bySource ? mapping.sourceCode() : mapping.targetCode();
            if (code != null) {
                index.computeIfAbsent(code, _ -> new ArrayList<>()).add(mapping);
            }
        }
        index.replaceAll((_, list) -> List.copyOf(list));
        return Map.copyOf(index);
    }

    /** Both ways, by hash. */
    record Indexed(Map<String, List<MapTarget>> bySource, Map<String, List<MapTarget>> byTarget) implements MapTable {
        public Indexed {
            bySource = Map.copyOf(bySource);
            byTarget = Map.copyOf(byTarget);
        }

        @Override
        public List<MapTarget> from(String sourceCode) {
            return bySource.getOrDefault(sourceCode, List.of());
        }

        @Override
        public List<MapTarget> to(String targetCode) {
            return byTarget.getOrDefault(targetCode, List.of());
        }
    }
}
