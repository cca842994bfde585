package org.hms.registry.openrefine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the thing sought.
 *
 * @param text its name, or its id; absent where the properties alone describe it
 * @param types what it is, by the ids of types
 * @param properties what it has, by the ids of properties
 */
public record EntityQuery(@Nullable String text, List<String> types, Map<String, List<String>> properties, int limit) {
    public EntityQuery {
        types = List.copyOf(types);
        properties = Map.copyOf(new LinkedHashMap<>(properties));
    }

    String textOrEmpty() {
        return Objects.requireNonNullElse(text, "").strip();
    }

    @Nullable
    String first(String property) {
        var values = all(property);
        return values.isEmpty() ? null : values.getFirst();
    }

    List<String> all(String property) {
        return properties.getOrDefault(property, List.of());
    }
}
