package org.hms.registry.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A condition on events of the trail. The alternatives within one are joined by "or"; none of them holds for nothing. */
public sealed interface AuditCondition {

    record HasId(List<AuditEventId> anyOf) implements AuditCondition {
        public HasId {
            anyOf = List.copyOf(anyOf);
        }
    }

    record WasRecorded(List<Window> anyOf) implements AuditCondition {
        public WasRecorded {
            anyOf = List.copyOf(anyOf);
        }
    }

    record IsAbout(List<String> anySubject) implements AuditCondition {
        public IsAbout {
            anySubject = List.copyOf(anySubject);
        }
    }

    record WasDoneBy(List<String> anyCaller) implements AuditCondition {
        public WasDoneBy {
            anyCaller = List.copyOf(anyCaller);
        }
    }

    /** What was done is one of these; or, when others count too, it is none of the deeds that are known by name. */
    record IsDeed(List<Deed> anyOf, List<Deed> orNoneOf) implements AuditCondition {
        public IsDeed {
            anyOf = List.copyOf(anyOf);
            orNoneOf = List.copyOf(orNoneOf);
        }
    }

    record Ended(List<String> anyOutcome, boolean otherwise) implements AuditCondition {
        public Ended {
            anyOutcome = List.copyOf(anyOutcome);
        }
    }

    /** From an instant (included) until another (excluded), either open; or all that is outside of it. */
    record Window(@Nullable Instant from, @Nullable Instant until, boolean outside) {}

    /** An action, on subjects of one type or of any. */
    record Deed(String action, @Nullable String subjectType) {}
}
