package org.hms.registry.careservice;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When a service does not keep its hours: in words, and on which days it is closed. */
public record OpeningExceptions(@Nullable String words, List<Closure> closures) {

    /** Of a service that always keeps its hours. */
    public static final OpeningExceptions NONE = new OpeningExceptions(null, List.of());

    /** Closed, and why; from a day until another, both included, either open. */
    public record Closure(
            String why, @Nullable LocalDate from, @Nullable LocalDate until) {
        public Closure {
            if (from != null && until != null && until.isBefore(from)) {
                throw new IllegalArgumentException("A service is closed from a day until a later one");
            }
        }
    }

    public OpeningExceptions {
        closures = List.copyOf(closures);
    }
}
