package org.hms.registry.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.hms.matching.cluster.Constraint.Kind;
import org.junit.jupiter.api.Test;

final class DecidedPairsTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private static Decision same(String one, String other, long act) {
        return Decision.between(one, other, Kind.MUST_LINK, "steward", "why", NOON, act);
    }

    private static Decision different(String one, String other, long act) {
        return Decision.between(one, other, Kind.CANNOT_LINK, "steward", "why", NOON, act);
    }

    @Test
    void whoeverIsOneWithAIsApartFromWhomAIsApart() {
        var decided = new DecidedPairs(List.of(same("a", "b", 1), same("c", "d", 2), different("b", "c", 3)));

        assertThat(decided.apart("a", "d")).isTrue();
        assertThat(decided.apart("d", "a")).isTrue();
        assertThat(decided.apart("a", "b")).isFalse();
        assertThat(decided.apart("a", "e")).isFalse();
        assertThat(decided.contradiction()).isEmpty();
    }

    @Test
    void aContradictionNamesTheActsOnTheWayAndNoOthers() {
        var decided = new DecidedPairs(List.of(
                same("a", "b", 1),
                same("b", "c", 2),
                same("c", "d", 3),
                same("d", "e", 4),
                different("x", "y", 5),
                different("d", "a", 6)));

        assertThat(decided.contradiction()).hasValue(Set.of(1L, 2L, 3L, 6L));
    }

    @Test
    void severalActsMaySayTheSameOfOnePair() {
        var decided = new DecidedPairs(List.of(same("a", "b", 1), same("a", "b", 2), different("b", "c", 3)));

        assertThat(decided.contradiction()).isEmpty();
        assertThat(decided.apart("a", "c")).isTrue();
    }
}
