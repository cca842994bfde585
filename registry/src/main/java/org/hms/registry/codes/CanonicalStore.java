package org.hms.registry.codes;

import java.util.List;

/** Keeps the resources that editors store, every version of them. */
public interface CanonicalStore {

    /** The number before every change, and before what was stored when changes had no numbers. */
    long BEFORE_ALL = -1;

    /** What was stored after one change: the newest version of each resource, and the last change that is in it. */
    record Stored(long upTo, List<CanonicalResource> resources) {
        public Stored {
            resources = List.copyOf(resources);
        }
    }

    /** What whatever service on the database has stored after a change. */
    Stored since(long change);

    /** All versions of one, the newest first; empty where there is no such id. */
    List<CanonicalResource> listVersions(String type, String id);

    /** Adds a version; false where it is not the next one, since somebody else was first. */
    boolean add(CanonicalResource resource);
}
