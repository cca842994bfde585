package org.hms.registry.exchange;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.hms.registry.territory.DirectoryEntry;

/** How the rows of lists become entries of one kind. */
public interface ListForm<R, T extends DirectoryEntry> {

    /**
     * Decides what becomes of each row, and writes nothing.
     *
     * @param knowing what is known of entries, by their ids; it is asked once
     */
    List<PlannedRow<T>> plan(String source, List<R> rows, Function<Set<String>, Map<String, Known<T>>> knowing);

    /** What an import created, once it is taken back: inactive, as nothing published vanishes. */
    T withdrawn(T created);
}
