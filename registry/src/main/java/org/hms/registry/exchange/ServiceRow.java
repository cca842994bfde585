package org.hms.registry.exchange;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One service as a list describes it.
 *
 * @param fields what is understood, by what it is; blank where the list has a place for it and the row says nothing
 */
public record ServiceRow(int number, Map<ServiceField, String> fields, Map<String, String> cells) implements ListedRow {
    public ServiceRow {
        var understood = new EnumMap<ServiceField, String>(ServiceField.class);
        fields.forEach((field, text) -> understood.put(field, text.strip()));
        fields = Collections.unmodifiableMap(understood);
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    @Nullable
    String text(ServiceField field) {
        var text = fields.get(field);
        return text == null || text.isEmpty() ? null : text;
    }

    /** What is parted by semicolons. */
    List<String> texts(ServiceField field) {
        return Stream.of(fields.getOrDefault(field, "").split(";", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
    }

    @Override
    public String id() {
        return fields.getOrDefault(ServiceField.ID, "");
    }
}
