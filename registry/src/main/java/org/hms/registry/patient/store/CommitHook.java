package org.hms.registry.patient.store;

import java.util.List;
import org.hms.registry.patient.ResolvedGroup;
import org.hms.registry.patient.SourceSystem;
import org.jdbi.v3.core.Handle;

/** What another feature writes in the transaction in which a group is written, after all of it. */
public interface CommitHook {

    void written(Handle transaction, ResolvedGroup group, List<SourceSystem> sources);

    /** The same of a part of a population: all new, and so many that the tables' keys may be away. */
    void loaded(Handle transaction, ResolvedGroup group, List<SourceSystem> sources);

    /** All that others write, and the sources as they are now. */
    record All(List<CommitHook> hooks, List<SourceSystem> sources) {
        void written(Handle transaction, ResolvedGroup group) {
            hooks.forEach(hook -> hook.written(transaction, group, sources));
        }

        void loaded(Handle transaction, ResolvedGroup group) {
            hooks.forEach(hook -> hook.loaded(transaction, group, sources));
        }
    }
}
