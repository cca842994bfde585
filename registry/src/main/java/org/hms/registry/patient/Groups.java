package org.hms.registry.patient;

import java.util.HashMap;
import java.util.Map;

/** Records that hang together, as they are joined two by two; who was never joined is a group alone. */
final class Groups {

    private final Map<String, String> parents = new HashMap<>();

    void join(String one, String other) {
        var a = of(one);
        var b = of(other);
        if (!a.equals(b)) {
            parents.put(a, b);
        }
    }

    /** A record that stands for the whole group. */
    String of(String record) {
        var found = record;
        for (var parent = parents.get(found); parent != null; parent = parents.get(found)) {
            found = parent;
        }
        for (var step = record; !step.equals(found); ) {
            var next = parents.put(step, found);
            step = next == null ? found : next;
        }
        return found;
    }
}
