package org.hms.registry.openrefine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One thing that a catalogue holds, with what it has for each property that it has. */
public record Entity(
        String id,
        String name,
        @Nullable String description,
        List<EntityType> types,
        Map<String, List<PropertyValue>> values) {
    public Entity {
        types = List.copyOf(types);
        values = new LinkedHashMap<>(values);
    }

    @Override
    public Map<String, List<PropertyValue>> values() {
        return Collections.unmodifiableMap(values);
    }
}
