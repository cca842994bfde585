package org.hms.registry.patient;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.time.ZoneOffset;

/**
 * An identity that stands on no document yet. When its term is over it is not ended: somebody must look at it. The state is
 * computed when it is asked for, so that it never depends on a sweep.
 */
public record Provisional(Instant since, Instant until, State state) {

    /** Whether the term runs, is nearly over, or is over. */
    public enum State {
        CURRENT,
        EXPIRING,
        EXPIRED
    }

    /** How long an identity may do without a document, and how long before the end it is called expiring. */
    public record Term(Period lasts, Duration warning) {
        public Term {
            if (lasts.isNegative() || lasts.isZero()) {
                throw new IllegalArgumentException("A provisional identity lasts for some time");
            }
            if (warning.isNegative()) {
                throw new IllegalArgumentException("The warning before a provisional identity expires is not negative");
            }
        }

        /** The state, at this moment, of an identity that is provisional since then. */
        public Provisional stateOf(Instant since, InstantSource clock) {
            var now = clock.instant();
            var until = since.atOffset(ZoneOffset.UTC).plus(lasts).toInstant();
            var state = !now.isBefore(until)
                    ? State.EXPIRED
                    : now.isBefore(until.minus(warning)) ? State.CURRENT : State.EXPIRING;
            return new Provisional(since, until, state);
        }
    }
}
