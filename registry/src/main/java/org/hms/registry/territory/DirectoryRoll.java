package org.hms.registry.territory;

import java.util.ArrayList;
import java.util.List;

/** All entries of one kind, and whether one of them was published since somebody looked. */
public interface DirectoryRoll<T extends DirectoryEntry> {

    /** How many are read at a time. */
    int PAGE = 1_000;

    /** Grows whenever an entry of the kind is published; 0 while there is none. */
    long lastChange();

    /** Current versions in the order of their ids, at most so many, those behind an id; all begin behind the empty id. */
    List<Published<T>> after(String id, int count);

    /** The current versions of all, in the order of their ids. */
    default List<Published<T>> all() {
        var all = new ArrayList<Published<T>>();
        for (var page = after("", PAGE);
                !page.isEmpty();
                page = after(all.getLast().content().id(), PAGE)) {
            all.addAll(page);
        }
        return all;
    }
}
