package org.hms.registry.fhir.strict;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonToken;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Where a walk over JSON tokens stands: the way from the root, and the names each open object has had. */
final class JsonTrail {
    private static final Pattern SAFE_NAME = Pattern.compile("[A-Za-z0-9_$.:@-]{1,64}");

    private record Step(boolean array, int index, String name, Set<String> seen, boolean empty) {
        Step at(String next) {
            return new Step(array, index, next, seen, false);
        }

        Step nextItem() {
            return new Step(array, index + 1, name, seen, false);
        }
    }

    private final Deque<Step> open = new ArrayDeque<>();

    int depth() {
        return open.size();
    }

    void open(JsonToken token) {
        var array = token == JsonToken.START_ARRAY;
        open.push(new Step(array, -1, "", array ? Set.of() : new HashSet<>(), true));
    }

    /** Leaves an object or array and says whether it held nothing. */
    boolean close() {
        return open.pop().empty();
    }

    /** A property begins; false when its object has had one of that name. */
    boolean property(String name) {
        var step = open.pop();
        open.push(step.at(name));
        return step.seen().add(name);
    }

    /** A value begins; counts the items of an array. */
    void value() {
        var step = open.peek();
        if (step != null && step.array()) {
            open.pop();
            open.push(step.nextItem());
        }
    }

    boolean inArray() {
        var step = open.peek();
        return step != null && step.array();
    }

    /** The property the walk stands at, also when inside its array. */
    String element() {
        for (var step : open) {
            if (!step.array()) {
                return step.name();
            }
        }
        return "";
    }

    Place place(JsonLocation location) {
        return new Place(pointer(), location.getLineNr(), location.getColumnNr());
    }

    /** A JSON pointer in which only names that can be no personal data are spelt out. */
    String pointer() {
        var steps = new ArrayList<String>();
        for (var step : open) {
            if (step.array() && step.index() >= 0) {
                steps.addFirst(Integer.toString(step.index()));
            } else if (!step.array() && !step.name().isEmpty()) {
                steps.addFirst(SAFE_NAME.matcher(step.name()).matches() ? step.name() : "?");
            }
        }
        return steps.isEmpty() ? "" : "/" + String.join("/", steps);
    }
}
