package org.hms.rules.survivorship;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Whose word goes before all others' on which field: for each field the sources by name, the first the most. A source that
 * is not named for a field follows by its general trust.
 */
public record Authorities(Map<String, List<String>> byField) {

    /** No source goes before another on any field but by its general trust. */
    public static final Authorities NONE = new Authorities(Map.of());

    public Authorities {
        byField = byField.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
        byField.forEach((field, sources) -> {
            if (new HashSet<>(sources).size() < sources.size()) {
                throw new IllegalArgumentException("A source is named twice among the authorities for " + field);
            }
        });
    }

    /**
     * The source's rank for the field; the lower, the more it counts.
     *
     * @param trustRank the source's general rank, 1 or more
     */
    public int rankOf(String field, String source, int trustRank) {
        var named = byField.getOrDefault(field, List.of());
        int place = named.indexOf(source);
        return place >= 0 ? place + 1 : named.size() + trustRank;
    }
}
