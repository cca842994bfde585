package org.hms.registry.audit;

import java.time.Instant;
import java.util.List;
import org.hms.registry.access.Caller;
import org.jspecify.annotations.Nullable;

/**
 * One access or change: who, in which role, why, what was done to whom, and how it ended. Subjects are ids of ours. The query
 * is what was asked with every value left out that could speak of a person.
 */
public record AuditEntry(
        Instant at,
        Caller caller,
        String action,
        String subjectType,
        List<String> subjectIds,
        String outcome,
        @Nullable String query) {
    public AuditEntry {
        subjectIds = List.copyOf(subjectIds);
    }

    public AuditEntry(
            Instant at, Caller caller, String action, String subjectType, List<String> subjectIds, String outcome) {
        this(at, caller, action, subjectType, subjectIds, outcome, null);
    }

    /** The same entry, with what was asked. */
    public AuditEntry asked(String redactedQuery) {
        return new AuditEntry(at, caller, action, subjectType, subjectIds, outcome, redactedQuery);
    }
}
