package org.hms.registry.territory;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A condition on any entry of the directory. The alternatives within one are joined by "or". */
public sealed interface EntryCondition {

    record HasId(List<String> anyOf) implements EntryCondition {
        public HasId {
            anyOf = List.copyOf(anyOf);
        }
    }

    record HasIdentifier(List<Wanted> anyOf) implements EntryCondition {
        public HasIdentifier {
            anyOf = List.copyOf(anyOf);
        }
    }

    record IsNamed(Match match, DirectoryName.@Nullable Part part, List<String> anyOf) implements EntryCondition {
        public IsNamed {
            anyOf = List.copyOf(anyOf);
        }
    }

    record WasUpdated(List<TimeWindow> anyOf) implements EntryCondition {
        public WasUpdated {
            anyOf = List.copyOf(anyOf);
        }
    }

    record IsActive(List<Boolean> anyOf) implements EntryCondition {
        public IsActive {
            anyOf = List.copyOf(anyOf);
        }
    }

    /** A value, or all of a system (blank value), in one system or in any (no system). */
    record Wanted(@Nullable String system, String value) {}

    /** How a name is compared; but for {@code EXACT}, folded on both sides. */
    enum Match {
        STARTS_WITH,
        CONTAINS,
        EXACT
    }

    /** From an instant (included) until another (excluded), either open; or all that is outside of it. */
    record TimeWindow(@Nullable Instant from, @Nullable Instant until, boolean outside) {}
}
