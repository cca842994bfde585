package org.hms.registry.patient.store;

import org.hms.registry.patient.ResolvedGroup;
import org.jdbi.v3.core.Handle;

/** What another feature writes in the transaction in which a group is written, after all of it. */
public interface CommitHook {

    void written(Handle transaction, ResolvedGroup group);

    /** The same of a part of a population: all new, and so many that the tables' keys may be away. */
    void loaded(Handle transaction, ResolvedGroup group);
}
