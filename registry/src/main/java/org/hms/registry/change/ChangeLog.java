package org.hms.registry.change;

import java.util.List;

/** The log that every view follows: indexes, subscriptions, offline sites. */
public interface ChangeLog {

    /** The number of the newest change, 0 when there is none. */
    long last();

    /** At most {@code limit} changes after {@code number}, oldest first. */
    List<Change> since(long number, int limit);
}
