package org.hms.registry.audit;

import java.util.List;

/** The append-only trail; a person may ask for what it says about them (Ley 7593/2025). */
public interface AuditTrail {

    void record(AuditEntry entry);

    /** The newest entries about one subject, newest first. */
    List<AuditEntry> about(String subjectId, int limit);
}
