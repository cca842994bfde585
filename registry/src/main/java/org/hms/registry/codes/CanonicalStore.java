package org.hms.registry.codes;

import java.util.List;

/** Keeps the resources that editors store, every version of them. */
public interface CanonicalStore {

    /** The current version of each. */
    List<CanonicalResource> listCurrent();

    /** All versions of one, the newest first; empty where there is no such id. */
    List<CanonicalResource> listVersions(String type, String id);

    /** Adds a version; false where it is not the next one, since somebody else was first. */
    boolean add(CanonicalResource resource);
}
