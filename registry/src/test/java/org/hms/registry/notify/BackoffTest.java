package org.hms.registry.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.hms.registry.notify.DeliverySettings.Patience;
import org.junit.jupiter.api.Test;

/** Waits double, up to the longest, and half of each is drawn. */
final class BackoffTest {

    private static final Patience PATIENCE = new Patience(1_000, 60_000, 10, 2, 1);

    @Test
    void waitsDoubleUpToTheLongest() {
        var backoff = new Backoff(PATIENCE, () -> 1);

        assertThat(List.of(1, 2, 3, 6, 7, 100_000).stream().map(backoff::after))
                .containsExactly(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(32),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(60));
    }

    @Test
    void halfOfAWaitIsFixed() {
        assertThat(new Backoff(PATIENCE, () -> 0).after(3)).isEqualTo(Duration.ofSeconds(2));
    }
}
