package org.hms.registry.facility;

import java.time.LocalDate;
import java.util.List;
import org.hms.registry.territory.EntryCondition;
import org.hms.registry.territory.EntryCondition.Wanted;

/** A condition on a place. The alternatives within one are joined by "or". */
public sealed interface PlaceCondition {

    /** What may be asked of any entry of the directory. */
    record Entry(EntryCondition condition) implements PlaceCondition {}

    /** It is on the map: it is published as a Location too. */
    record IsLocated() implements PlaceCondition {}

    record IsFacility() implements PlaceCondition {}

    record HasType(List<Wanted> anyOf) implements PlaceCondition {
        public HasType {
            anyOf = List.copyOf(anyOf);
        }
    }

    record HasStatus(List<String> anyOf) implements PlaceCondition {
        public HasStatus {
            anyOf = List.copyOf(anyOf);
        }
    }

    /** It lies directly in one of these places. */
    record LiesIn(List<String> anyOf) implements PlaceCondition {
        public LiesIn {
            anyOf = List.copyOf(anyOf);
        }
    }

    /** It lay directly in one of these places on a day. */
    record LayIn(List<String> anyOf, LocalDate on) implements PlaceCondition {
        public LayIn {
            anyOf = List.copyOf(anyOf);
        }
    }

    /** It is managed directly by one of these. */
    record IsManagedBy(List<String> anyOf) implements PlaceCondition {
        public IsManagedBy {
            anyOf = List.copyOf(anyOf);
        }
    }

    /** Which parent is meant: the place it lies in, or the organisation that manages it. */
    enum Tree {
        TERRITORY,
        MANAGEMENT
    }

    /** Its parent is one of these or lies below one of them. */
    record HasParentBelow(Tree tree, List<String> anyOf) implements PlaceCondition {
        public HasParentBelow {
            anyOf = List.copyOf(anyOf);
        }
    }

    /** Its parent is one of these or lies above one of them. */
    record HasParentAbove(Tree tree, List<String> anyOf) implements PlaceCondition {
        public HasParentAbove {
            anyOf = List.copyOf(anyOf);
        }
    }

    /** This holds of its parent. */
    record HasParent(Tree tree, PlaceCondition condition) implements PlaceCondition {}

    /** It lies in the circle; the nearest come first. */
    record IsNear(Circle circle) implements PlaceCondition {}
}
