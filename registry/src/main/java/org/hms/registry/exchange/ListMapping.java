package org.hms.registry.exchange;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hms.registry.territory.NameFolding;
import org.jspecify.annotations.Nullable;

/**
 * How the columns of a list are to be understood: {@code columns} names headings where the usual ones do not stand,
 * {@code values} translates words of the list into ours, {@code facility-level} says which level of a tree the facilities are.
 */
public final class ListMapping {

    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final Map<PlaceField, String> columns = new EnumMap<>(PlaceField.class);
    private final Map<PlaceField, Map<String, String>> values = new EnumMap<>(PlaceField.class);
    private final @Nullable Integer facilityLevel;

    /** The file as it is written. */
    record Written(
            @Nullable Map<String, String> columns,
            @Nullable Map<String, Map<String, String>> values,
            @JsonProperty("facility-level") @Nullable Integer facilityLevel) {}

    private ListMapping(Written written) {
        if (written.columns() != null) {
            written.columns().forEach((code, heading) -> columns.put(field(code), heading));
        }
        if (written.values() != null) {
            written.values().forEach((code, words) -> {
                var translated = new HashMap<String, String>();
                words.forEach((theirs, ours) -> translated.put(NameFolding.fold(theirs), ours));
                values.put(field(code), translated);
            });
        }
        facilityLevel = written.facilityLevel();
    }

    /** With the usual headings and nothing else. */
    public static ListMapping usual() {
        return new ListMapping(new Written(null, null, null));
    }

    /** Reads YAML, of which JSON is a part. */
    public static ListMapping read(String yaml) {
        try {
            var written = YAML.readValue(yaml, Written.class);
            if (written == null) {
                return usual();
            }
            return new ListMapping(written);
        } catch (JsonProcessingException e) {
            throw new UnreadableList("The mapping is not columns, values and facility-level in YAML or JSON");
        }
    }

    private static PlaceField field(String code) {
        return PlaceField.find(code)
                .orElseThrow(() -> new UnreadableList("The mapping names " + code + ", which no place has"));
    }

    Optional<Integer> facilityLevel() {
        return Optional.ofNullable(facilityLevel);
    }

    /** Which heading holds what, of those that a list has. */
    Map<PlaceField, String> headings(Collection<String> had) {
        var comparable = new LinkedHashMap<String, String>();
        had.forEach(heading -> comparable.putIfAbsent(comparable(heading), heading));
        var found = new EnumMap<PlaceField, String>(PlaceField.class);
        for (var field : PlaceField.values()) {
            field.headings().stream()
                    .map(heading -> comparable.get(comparable(heading)))
                    .filter(heading -> heading != null)
                    .findFirst()
                    .ifPresent(heading -> found.put(field, heading));
        }
        columns.forEach((field, named) -> {
            var heading = comparable.get(comparable(named));
            if (heading == null) {
                throw new UnreadableList("The list has no column " + named);
            }
            found.put(field, heading);
        });
        return found;
    }

    private static String comparable(String heading) {
        return NameFolding.fold(heading.replace('_', ' '));
    }

    /** The row's fields in our words. */
    Map<PlaceField, String> fields(Map<PlaceField, String> headings, Map<String, String> cells) {
        var fields = new EnumMap<PlaceField, String>(PlaceField.class);
        headings.forEach((field, heading) -> fields.put(field, value(field, cells.getOrDefault(heading, ""))));
        return fields;
    }

    private String value(PlaceField field, String theirs) {
        var text = theirs.strip();
        // What a spreadsheet would take for a formula was written out as text.
        var plain = text.length() > 1 && text.charAt(0) == '\'' && "=+-@".indexOf(text.charAt(1)) >= 0
                ? text.substring(1)
                : text;
        return values.getOrDefault(field, Map.of()).getOrDefault(NameFolding.fold(plain), plain);
    }
}
