package org.hms.registry.territory;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Something made of all entries of a kind; it is made anew when somebody asks after one of them was published. */
public final class RollView<T extends DirectoryEntry, V> {

    private final DirectoryRoll<T> roll;
    private final Function<List<Published<T>>, V> making;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile @Nullable Made<V> made;

    private record Made<V>(long change, V view) {}

    public RollView(DirectoryRoll<T> roll, Function<List<Published<T>>, V> making) {
        this.roll = roll;
        this.making = making;
    }

    /** As of what was published when it was called. */
    public V get() {
        long change = roll.lastChange();
        var current = made;
        if (current != null && current.change() >= change) {
            return current.view();
        }
        turn.lock();
        try {
            var other = made;
            if (other != null && other.change() >= change) {
                return other.view();
            }
            // The change is read before the entries: what is published between is made again, never missed.
            var next = new Made<>(roll.lastChange(), making.apply(roll.all()));
            made = next;
            return next.view();
        } finally {
            turn.unlock();
        }
    }
}
