package org.hms.registry.audit;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The trail as auditors read it, newest first. An entry about several subjects of one question is told as one event for each
 * subject; an entry of any other kind is one event.
 */
public interface AuditLog {

    /** Actions whose subjects were found independently of one another. */
    Set<String> TOLD_ONE_BY_ONE =
            Set.of("search", "match", "cross-reference", "read", "publish", "cross-border-lookup");

    /** One page of events, and how many there are in all. */
    record Found(int total, List<AuditEvent> page) {
        public Found {
            page = List.copyOf(page);
        }
    }

    /** The events for which all conditions hold. */
    Found find(List<AuditCondition> conditions, int limit, int offset);

    Optional<AuditEvent> find(AuditEventId id);
}
