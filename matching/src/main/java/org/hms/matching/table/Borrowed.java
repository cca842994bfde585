package org.hms.matching.table;

import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import java.util.function.Supplier;

/** Things too large to make for each piece of work; each is used by one thread at a time and then by another. */
public final class Borrowed<T> {
    private final ConcurrentLinkedDeque<T> idle = new ConcurrentLinkedDeque<>();
    private final ConcurrentLinkedDeque<T> all = new ConcurrentLinkedDeque<>();
    private final Supplier<T> maker;

    public Borrowed(Supplier<T> maker) {
        this.maker = maker;
    }

    public <R> R use(Function<T, R> work) {
        var lent = idle.poll();
        if (lent == null) {
            lent = maker.get();
            all.add(lent);
        }
        try {
            return work.apply(lent);
        } finally {
            idle.add(lent);
        }
    }

    /** Everything that was ever made. */
    public Iterable<T> all() {
        return all;
    }
}
