package org.hms.registry.audit;

import java.time.Instant;
import java.util.List;
import org.hms.registry.access.Caller;

/** One access or change: who, in which role, why, what was done to whom, and how it ended. Subjects are ids of ours. */
public record AuditEntry(
        Instant at, Caller caller, String action, String subjectType, List<String> subjectIds, String outcome) {
    public AuditEntry {
        subjectIds = List.copyOf(subjectIds);
    }
}
