package org.hms.registry.privacy;

import java.util.List;
import java.util.Optional;
import org.hms.registry.audit.AuditEntry;
import org.hms.registry.privacy.Rectification.Closing;
import org.hms.registry.privacy.Rectification.Opening;
import org.hms.registry.privacy.Rectification.Route;
import org.hms.registry.privacy.Rectification.State;
import org.hms.registry.privacy.Rectification.Statement;
import org.jspecify.annotations.Nullable;

/** Where requests are kept. What is written is written with its audit entry, or not at all. */
public interface RectificationStore {

    /** Which requests are asked about; what is absent does not narrow. The person is named by living enterprise id. */
    record Wanted(
            @Nullable State state,
            @Nullable String source,
            @Nullable String eid) {}

    /** Part of a list and the length of the whole. */
    record Part(List<Rectification> items, long total) {
        public Part {
            items = List.copyOf(items);
        }
    }

    Rectification open(String eid, Statement statement, Route route, Opening opening, AuditEntry audit);

    Optional<Rectification> find(long id);

    /** Those that are due first come first. */
    Part list(Wanted wanted, int limit, int offset);

    /** Closes an open request; false when somebody else was faster. */
    boolean close(long id, Closing closing, AuditEntry audit);
}
