package org.hms.registry.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import org.hms.registry.patient.Provisional.State;
import org.hms.registry.patient.Provisional.Term;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The state of a provisional identity is a matter of the moment it is asked for. */
final class ProvisionalTest {

    private static final Term TERM = new Term(Period.ofMonths(6), Duration.ofDays(30));

    @ParameterizedTest
    @CsvSource({
        "2026-01-10T12:00:00Z, 2026-06-10T11:59:59Z, CURRENT",
        "2026-01-10T12:00:00Z, 2026-06-10T12:00:00Z, EXPIRING",
        "2026-01-10T12:00:00Z, 2026-07-10T11:59:59Z, EXPIRING",
        "2026-01-10T12:00:00Z, 2026-07-10T12:00:00Z, EXPIRED",
        "2025-08-31T00:00:00Z, 2026-02-27T23:59:59Z, EXPIRING",
        "2025-08-31T00:00:00Z, 2026-02-28T00:00:00Z, EXPIRED"
    })
    void theEdgesAreExact(Instant since, Instant now, State state) {
        assertThat(TERM.stateOf(since, () -> now).state()).isEqualTo(state);
    }
}
