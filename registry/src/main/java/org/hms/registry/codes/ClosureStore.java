package org.hms.registry.codes;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps the closures that clients build up: which concepts they have told of, and which of these subsume which. */
public interface ClosureStore {

    /** A concept of a closure, with the version at which it came. */
    record Told(String system, String code, int version) {}

    /** That the ancestor subsumes the code, said at a version of the closure. */
    record Entry(String system, String code, String ancestor, int version) {}

    /** All that is known under a name. */
    record Closure(List<Told> concepts, List<Entry> entries) {
        public Closure {
            concepts = List.copyOf(concepts);
            entries = List.copyOf(entries);
        }

        /** The version of the newest concept; 0 where there is none. */
        public int version() {
            return concepts.stream().mapToInt(Told::version).max().orElse(0);
        }
    }

    /** Begins a closure anew, empty. */
    void begin(String name, Instant at);

    Optional<Closure> find(String name);

    /** Adds what came at one version; false where another question changed the closure meanwhile. */
    boolean add(String name, List<Told> concepts, List<Entry> entries);
}
