package org.hms.registry.careservice;

import java.time.LocalDate;
import java.util.List;
import org.hms.registry.facility.PlaceCondition;
import org.hms.registry.territory.EntryCondition;
import org.hms.registry.territory.EntryCondition.Wanted;
import org.jspecify.annotations.Nullable;

/** A condition on a service, an endpoint or an affiliation. The alternatives within one are joined by "or". */
public sealed interface CareCondition {

    /** What may be asked of any entry of the directory. */
    record Entry(EntryCondition condition) implements CareCondition {}

    record HasStatus(List<String> anyOf) implements CareCondition {
        public HasStatus {
            anyOf = List.copyOf(anyOf);
        }
    }

    record HasCode(CareCode.Role role, List<Wanted> anyOf) implements CareCondition {
        public HasCode {
            anyOf = List.copyOf(anyOf);
        }
    }

    /** It refers to one of these. */
    record RefersTo(CareLink.Role role, List<String> anyOf) implements CareCondition {
        public RefersTo {
            anyOf = List.copyOf(anyOf);
        }
    }

    /** It refers to a place of which this holds. */
    record RefersToPlace(CareLink.Role role, PlaceCondition condition) implements CareCondition {}

    /** Its days and one of these windows have a day in common. */
    record StandsWithin(List<Days> anyOf) implements CareCondition {
        public StandsWithin {
            anyOf = List.copyOf(anyOf);
        }
    }

    /** From a day until another, both included, either open. */
    record Days(@Nullable LocalDate from, @Nullable LocalDate until) {}
}
