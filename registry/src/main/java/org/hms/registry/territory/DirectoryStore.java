package org.hms.registry.territory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hms.registry.access.Caller;

/** Where one kind of entry is kept, with all its versions. */
public interface DirectoryStore<T extends DirectoryEntry> {

    /** The current versions of those ids that are known, by id. */
    Map<String, Published<T>> find(Collection<String> ids);

    /** Those of the versions that exist. */
    Map<VersionKey, Published<T>> findVersions(Collection<VersionKey> keys);

    /** The newest version of each entry that somebody published, by id; empty where they published none. */
    Map<String, Published<T>> findLastBy(Caller caller, Collection<String> ids);

    /** All versions of an entry, newest first; empty when there is no such entry. */
    List<Published<T>> history(String id);

    /**
     * Writes the next versions, their change-log rows and the audit row in one transaction, or nothing. Two writers of the
     * same next version cannot both succeed.
     */
    void publish(List<Published<T>> next, Caller by);

    default Optional<Published<T>> find(String id) {
        return Optional.ofNullable(find(List.of(id)).get(id));
    }
}
