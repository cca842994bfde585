package org.hms.matching.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Work in pieces of unequal size: each thread takes the next one when it is done with its last, so that none idles while
 * another has a large share left.
 */
public final class Pieces {
    private Pieces() {}

    /** What each piece came to, in their order. */
    public static <T> List<T> of(int pieces, IntFunction<T> work) {
        var done = new ArrayList<@Nullable T>(Collections.nCopies(pieces, null));
        var next = new AtomicInteger();
        IntStream.range(0, Runtime.getRuntime().availableProcessors())
                .parallel()
                .forEach(_ -> {
                    for (int piece = next.getAndIncrement(); piece < pieces; piece = next.getAndIncrement()) {
                        done.set(piece, work.apply(piece));
                    }
                });
        return List.copyOf(done);
    }
}
