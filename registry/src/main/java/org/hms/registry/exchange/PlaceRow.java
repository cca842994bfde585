package org.hms.registry.exchange;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One place as a list describes it.
 *
 * @param number where it stands in the list, from 1; in a file with a header the line behind it is 1
 * @param area whether it is a part of the territory rather than a facility
 * @param fields what is understood, by what it is; blank where the list has a place for it and the row says nothing
 * @param cells all that the list says, under its own headings
 * @param fault why it is no place of a directory, in Spanish; absent where it may be one
 */
public record PlaceRow(
        int number,
        boolean area,
        Map<PlaceField, String> fields,
        Map<String, String> cells,
        @Nullable String fault) implements ListedRow {
    public PlaceRow {
        var understood = new EnumMap<PlaceField, String>(PlaceField.class);
        fields.forEach((field, text) -> understood.put(field, text.strip()));
        fields = Collections.unmodifiableMap(understood);
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    public PlaceRow(int number, boolean area, Map<PlaceField, String> fields, Map<String, String> cells) {
        this(number, area, fields, cells, null);
    }

    @Nullable
    String text(PlaceField field) {
        var text = fields.get(field);
        return text == null || text.isEmpty() ? null : text;
    }

    @Override
    public String id() {
        return fields.getOrDefault(PlaceField.ID, "");
    }
}
