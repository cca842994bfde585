package org.hms.terminology.load.icd11;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hms.terminology.load.UnreadableFile;
import org.hms.terminology.system.Icd11Axis;
import org.hms.terminology.system.Icd11Axis.Multiplicity;

/** Reads one entity after the other from JSON, and of each only what tells its axes; all else is passed over unread. */
final class Icd11EntityReader {
    private static final Pattern AXIS = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,99}");

    private final JsonParser json;
    private final String place;
    /** Each number is kept once: thousands of axes name the same few. */
    private final Map<String, String> numbers;

    Icd11EntityReader(JsonParser json, String place, Map<String, String> numbers) {
        this.json = json;
        this.place = place;
        this.numbers = numbers;
    }

    /** The entity whose object has begun; empty where it is the root of the linearization. */
    Optional<Icd11Entity> read() throws IOException {
        var id = "";
        var code = "";
        List<Icd11Axis> axes = List.of();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var name = json.currentName();
            json.nextToken();
            switch (name) {
                case "@id" -> id = text(name);
                case "code" -> code = text(name);
                case "postcoordinationScale" -> axes = axes();
                default -> json.skipChildren();
            }
        }
        if (EntityUrl.isRoot(id)) {
            return Optional.empty();
        }
        var url = url(id, "@id");
        for (var axis : axes) {
            for (var value : axis.values()) {
                if (!url(value, "scaleEntity").release().equals(url.release())) {
                    throw fault("An axis of the entity " + url.number() + " has a value of another release: " + value);
                }
            }
        }
        return Optional.of(
                new Icd11Entity(url, code, axes.stream().map(this::withNumbers).toList()));
    }

    private EntityUrl url(String text, String field) {
        return EntityUrl.read(text)
                .orElseThrow(() ->
                        fault(field + " is no entity of a release of ICD-11 MMS: " + (text.isEmpty() ? "none" : text)));
    }

    private Icd11Axis withNumbers(Icd11Axis axis) {
        return axis.withValues(axis.values().stream()
                .map(value -> url(value, "scaleEntity").number())
                .map(number -> numbers.computeIfAbsent(number, same -> same))
                .toList());
    }

    private List<Icd11Axis> axes() throws IOException {
        var axes = new ArrayList<Icd11Axis>();
        if (beginsArray("postcoordinationScale")) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                axes.add(axis());
            }
        }
        return axes;
    }

    private Icd11Axis axis() throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw fault("postcoordinationScale holds what is no axis");
        }
        var axis = "";
        var required = false;
        Multiplicity multiplicity = null;
        List<String> values = List.of();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var name = json.currentName();
            json.nextToken();
            switch (name) {
                case "axisName" -> axis = axisName();
                case "requiredPostcoordination" -> required = flag(name);
                case "allowMultipleValues" -> multiplicity = multiplicity();
                case "scaleEntity" -> values = values();
                default -> json.skipChildren();
            }
        }
        if (axis.isEmpty() || multiplicity == null) {
            throw fault("An axis lacks its axisName or allowMultipleValues");
        }
        return new Icd11Axis(axis, required, multiplicity, values);
    }

    private String axisName() throws IOException {
        var text = text("axisName");
        var name = text.substring(text.lastIndexOf('/') + 1);
        if (!AXIS.matcher(name).matches()) {
            throw fault("axisName is no axis: " + text);
        }
        return name;
    }

    private Multiplicity multiplicity() throws IOException {
        var word = text("allowMultipleValues");
        return word.equals("Allowed")
                ? Multiplicity.MANY
                : Arrays.stream(Multiplicity.values())
                        .filter(one -> one.word().equals(word))
                        .findFirst()
                        .orElseThrow(() -> fault("allowMultipleValues is not known: " + word));
    }

    private List<String> values() throws IOException {
        var values = new ArrayList<String>();
        if (beginsArray("scaleEntity")) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                values.add(text("scaleEntity"));
            }
        }
        return values;
    }

    /** False where there is nothing. */
    private boolean beginsArray(String field) {
        return switch (json.currentToken()) {
            case START_ARRAY -> true;
            case VALUE_NULL -> false;
            default -> throw fault(field + " is no list");
        };
    }

    private String text(String field) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_STRING -> json.getText();
            case VALUE_NULL -> "";
            default -> throw fault(field + " is no text");
        };
    }

    /** WHO writes truth as text. */
    private boolean flag(String field) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE, VALUE_NULL -> false;
            default ->
                switch (text(field)) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw fault(field + " is neither true nor false: " + text(field));
                };
        };
    }

    UnreadableFile fault(String message) {
        var at = json.currentLocation();
        return new UnreadableFile(place + "line " + at.getLineNr() + ": " + message);
    }
}
