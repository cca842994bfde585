package org.hms.registry.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What waits of a source is run one by one, in its order, until all is closed. */
final class TurnsTest {

    @Test
    void whatWaitsIsRunOneByOneInItsOrderHoweverOftenItIsWoken() throws InterruptedException {
        var waiting = new ConcurrentLinkedQueue<>(List.of(1, 2, 3, 4, 5));
        var ran = new ConcurrentLinkedQueue<Integer>();
        var all = new CountDownLatch(5);
        try (var turns = new Turns<Integer>(source -> Optional.ofNullable(waiting.peek()), job -> {
            waiting.remove();
            ran.add(job);
            all.countDown();
        })) {
            for (int i = 0; i < 5; i++) {
                turns.wake("a");
            }
            assertThat(all.await(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(ran).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void whatRunsIsToldToStopAndTheRestIsLeft() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var ran = new ConcurrentLinkedQueue<String>();
        var stop = new CountDownLatch(1);
        var turns = new Turns<String>(Optional::of, job -> {
            ran.add(job);
            begun.countDown();
            try {
                stop.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        turns.wake("a");
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        var closing = Thread.ofVirtual().start(turns::close);
        while (!turns.stopping()) {
            Thread.onSpinWait();
        }
        stop.countDown();
        closing.join();
        turns.wake("b");

        assertThat(ran).containsExactly("a");
    }
}
