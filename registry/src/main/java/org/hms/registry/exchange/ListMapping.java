package org.hms.registry.exchange;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.Arrays;
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
public final class ListMapping<F extends Enum<F> & ListField> {

    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final Class<F> fields;
    private final Map<F, String> columns;
    private final Map<F, Map<String, String>> values;
    private final @Nullable Integer facilityLevel;

    /** The file as it is written. */
    record Written(
            @Nullable Map<String, String> columns,
            @Nullable Map<String, Map<String, String>> values,
            @JsonProperty("facility-level") @Nullable Integer facilityLevel) {}

    private ListMapping(Class<F> fields, Written written) {
        this.fields = fields;
        this.columns = new EnumMap<>(fields);
        this.values = new EnumMap<>(fields);
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

    /** Of places, with the usual headings and nothing else. */
    public static ListMapping<PlaceField> usual() {
        return of(PlaceField.class, null);
    }

    /** Of places; YAML, of which JSON is a part. */
    public static ListMapping<PlaceField> read(String yaml) {
        return of(PlaceField.class, yaml);
    }

    /** @param yaml absent for the usual headings alone */
    public static <F extends Enum<F> & ListField> ListMapping<F> of(Class<F> fields, @Nullable String yaml) {
        try {
            var written = yaml == null ? null : YAML.readValue(yaml, Written.class);
            return new ListMapping<>(fields, written == null ? new Written(null, null, null) : written);
        } catch (JsonProcessingException e) {
            throw new UnreadableList("The mapping is not columns, values and facility-level in YAML or JSON");
        }
    }

    private F field(String code) {
        return Arrays.stream(fields.getEnumConstants())
                .filter(field -> field.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new UnreadableList("The mapping names " + code + ", which no row of it has"));
    }

    Optional<Integer> facilityLevel() {
        return Optional.ofNullable(facilityLevel);
    }

    /** Which heading holds what, of those that a list has. */
    Map<F, String> headings(Collection<String> had) {
        var comparable = new LinkedHashMap<String, String>();
        had.forEach(heading -> comparable.putIfAbsent(comparable(heading), heading));
        var found = new EnumMap<F, String>(fields);
        for (var field : fields.getEnumConstants()) {
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
    Map<F, String> fields(Map<F, String> headings, Map<String, String> cells) {
        var said = new EnumMap<F, String>(fields);
        headings.forEach((field, heading) -> said.put(field, value(field, cells.getOrDefault(heading, ""))));
        return said;
    }

    private String value(F field, String theirs) {
        var text = theirs.strip();
        // What a spreadsheet would take for a formula was written out as text.
        var plain = text.length() > 1 && text.charAt(0) == '\'' && "=+-@".indexOf(text.charAt(1)) >= 0
                ? text.substring(1)
                : text;
        return values.getOrDefault(field, Map.of()).getOrDefault(NameFolding.fold(plain), plain);
    }
}
