package org.hms.registry.careservice;

import java.util.List;

/** Finds entries of one kind, and how they hang together. */
public interface CareSearch {

    /** One page of what was found, in order, and how many there are in all. */
    record Hits(int total, List<String> page) {
        public Hits {
            page = List.copyOf(page);
        }
    }

    /** Those that are not withdrawn, in the order of their ids. */
    Hits find(List<CareCondition> conditions, int limit, int offset);

    /** Those of the references whose target is not there, or is of another kind. */
    List<CareLink> dangling(List<CareLink> links);

    /** Whether some entry that stands refers to this one. */
    boolean isReferredTo(String id);
}
