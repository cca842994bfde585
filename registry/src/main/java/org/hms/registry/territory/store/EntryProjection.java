package org.hms.registry.territory.store;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Writes what one kind of entry is searched by, beyond what all kinds have in common. */
@FunctionalInterface
public interface EntryProjection<T> {

    /** Replaces the rows of these entries, in the transaction that publishes them. */
    void write(Handle transaction, List<T> entries);
}
