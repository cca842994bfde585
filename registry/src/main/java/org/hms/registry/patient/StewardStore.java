package org.hms.registry.patient;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where acts are kept. What an act changes is written together with the act, or nothing is. */
public interface StewardStore {

    /** A number for the next act, which nobody else gets. */
    long nextAct();

    /** Keeps a proposal, or what became of one; persons stay as they are. */
    void keep(Act act, Set<String> records);

    /**
     * Writes an act with all it changes and returns the number of the last change.
     *
     * @param concerned the records whose reviews may open or close by it
     */
    long commit(Act act, Ruling ruling, ResolvedGroup group, Set<String> concerned);

    Optional<Act> find(long act);

    /** The records an act is about. */
    Set<String> recordsOf(long act);

    /** Which acts are wanted: those about any of the records where some are named, those of a state where one is. */
    record Wanted(@Nullable Collection<String> records, Act.@Nullable State state, int limit, int offset) {}

    /** One page of a list, newest first. */
    record Page(long total, List<Act> acts) {}

    Page list(Wanted wanted);
}
