package org.hms.registry.patient;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hms.matching.person.Sex;
import org.jspecify.annotations.Nullable;

/** A condition on persons. The alternatives within one are joined by "or"; several conditions must all hold. */
public sealed interface PersonCondition {

    /** It is one of these enterprise ids; one that was merged counts, and is shown as what it was. */
    record HasEid(List<String> anyOf) implements PersonCondition {
        public HasEid {
            anyOf = List.copyOf(anyOf);
        }
    }

    record HasIdentifier(List<WantedIdentifier> anyOf) implements PersonCondition {
        public HasIdentifier {
            anyOf = List.copyOf(anyOf);
        }
    }

    /** A text of the person; a value in one of the fields is enough. */
    record Says(List<Field> fields, Match match, List<String> anyOf) implements PersonCondition {
        public Says {
            fields = List.copyOf(fields);
            anyOf = List.copyOf(anyOf);
        }
    }

    /** Telephone numbers, whatever separates their digits. */
    record HasPhone(List<String> anyOf) implements PersonCondition {
        public HasPhone {
            anyOf = List.copyOf(anyOf);
        }
    }

    record HasSex(List<Sex> anyOf) implements PersonCondition {
        public HasSex {
            anyOf = List.copyOf(anyOf);
        }
    }

    record IsActive(List<Boolean> anyOf) implements PersonCondition {
        public IsActive {
            anyOf = List.copyOf(anyOf);
        }
    }

    record WasBorn(List<BirthSpan> anyOf) implements PersonCondition {
        public WasBorn {
            anyOf = List.copyOf(anyOf);
        }
    }

    record WasUpdated(List<TimeWindow> anyOf) implements PersonCondition {
        public WasUpdated {
            anyOf = List.copyOf(anyOf);
        }
    }

    /** Not a confidential person, unless this source holds a record of theirs: whom a name finds, bears it. */
    record ShownTo(@Nullable String source) implements PersonCondition {}

    /** What a person is searched by as text. */
    enum Field {
        FAMILY,
        GIVEN,
        MOTHER,
        ADDRESS,
        CITY,
        STATE,
        POSTAL_CODE,
        COUNTRY
    }

    /** How a text is compared; but for {@code EXACT}, folded on both sides. */
    enum Match {
        STARTS_WITH,
        CONTAINS,
        EXACT
    }

    /** A number in one system or in any (no system), or all of a system (no value). */
    record WantedIdentifier(
            @Nullable String system, @Nullable String value) {}

    /** How the days a birth date may mean lie to the days from the first until the one after the last asked for. */
    record BirthSpan(Relation relation, LocalDate from, LocalDate until) {
        /** FHIR's comparisons of spans. */
        public enum Relation {
            WITHIN,
            NOT_WITHIN,
            ENDS_AFTER,
            STARTS_BEFORE,
            WITHIN_OR_ENDS_AFTER,
            WITHIN_OR_STARTS_BEFORE,
            STARTS_AFTER,
            ENDS_BEFORE,
            OVERLAPS
        }
    }

    /** From an instant (included) until another (excluded), either open; or all that is outside of it. */
    record TimeWindow(@Nullable Instant from, @Nullable Instant until, boolean outside) {}
}
