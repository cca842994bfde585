package org.hms.registry.editorial.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.hms.registry.web.ProblemException;
import org.hms.terminology.rdf.SparqlAnswer;
import org.junit.jupiter.api.Test;

/** Queries are answered two at a time, and whoever is done makes room. */
class SparqlDeskTest {
    private static final SparqlAnswer ANSWER = new SparqlAnswer("text/turtle", "", false);

    private final SparqlDesk desk = new SparqlDesk();

    @Test
    void aThirdQueryIsToldToComeAgainAndAnsweredWhenOneIsDone() {
        var begun = new CountDownLatch(2);
        var end = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 2)
                    .forEach(_ -> threads.execute(() -> desk.answer(() -> {
                        begun.countDown();
                        await(end);
                        return ANSWER;
                    })));
            await(begun);

            assertThatThrownBy(() -> desk.answer(() -> ANSWER))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refusal -> assertThat(refusal.problem().status()).isEqualTo(503));
            end.countDown();
        }

        assertThat(desk.answer(() -> ANSWER).getStatus()).isEqualTo(200);
    }

    @Test
    void whatFailsMakesRoomToo() {
        for (var time = 0; time < 5; time++) {
            assertThatThrownBy(() -> desk.answer(() -> {
                        throw new IllegalStateException("broken");
                    }))
                    .hasMessage("broken");
        }

        assertThat(desk.answer(() -> ANSWER).getStatus()).isEqualTo(200);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
