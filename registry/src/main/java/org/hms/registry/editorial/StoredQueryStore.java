package org.hms.registry.editorial;

import java.util.List;
import java.util.Optional;

/** The stored queries by name. */
public interface StoredQueryStore {

    /** Adds it, or takes the place of the one of this name. */
    void put(StoredQuery query);

    Optional<StoredQuery> find(String name);

    /** All, by name. */
    List<StoredQuery> list();

    /** Whether there was one. */
    boolean remove(String name);
}
