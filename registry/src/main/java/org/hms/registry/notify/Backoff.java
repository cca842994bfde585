package org.hms.registry.notify;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait after a failure: doubled each time up to a longest wait, of which half is fixed and half is drawn, so that
 * receivers that failed together are not all asked again at one moment.
 */
final class Backoff {

    private static final int MOST_DOUBLINGS = 30;

    private final DeliverySettings.Patience patience;
    private final DoubleSupplier random;

    /** @param random draws from 0 to 1 */
    Backoff(DeliverySettings.Patience patience, DoubleSupplier random) {
        this.patience = patience;
        this.random = random;
    }

    /** @param attempts how many have failed in a row, from 1 on */
    Duration after(int attempts) {
        double doubled = patience.firstRetryMillis() * Math.pow(2, Math.min(attempts - 1, MOST_DOUBLINGS));
        double longest = Math.min(doubled, patience.longestRetryMillis());
        return Duration.ofMillis(Math.round(longest / 2 + longest / 2 * random.getAsDouble()));
    }
}
