package org.hms.registry.territory;

import java.util.List;

/** What the directory publishes: it has an id that never changes, and each change of its content is a new version. */
public interface DirectoryEntry {

    String id();

    boolean active();

    List<DirectoryIdentifier> identifiers();

    /** All names it is found by. */
    List<DirectoryName> names();
}
