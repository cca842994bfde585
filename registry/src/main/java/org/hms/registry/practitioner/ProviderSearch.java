package org.hms.registry.practitioner;

import java.util.List;
import org.hms.registry.territory.EntryCondition;
import org.hms.registry.territory.PublishedVersions;

/** Finds professionals and roles, in the order of their ids. */
public interface ProviderSearch {

    /** One page of ids and how many there are in all. */
    record Hits(int total, List<String> page) {
        public Hits {
            page = List.copyOf(page);
        }
    }

    Hits practitioners(List<EntryCondition> conditions, int limit, int offset);

    Hits roles(List<RoleCondition> conditions, int limit, int offset);

    /** What was published of professionals. */
    PublishedVersions practitionerVersions();

    /** What was published of roles. */
    PublishedVersions roleVersions();
}
