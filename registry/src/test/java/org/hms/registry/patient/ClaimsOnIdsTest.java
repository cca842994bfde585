package org.hms.registry.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.hms.registry.patient.Identities.Claims;
import org.junit.jupiter.api.Test;

/** Who gets which id once stewards have decided, and when an id that ended comes back to life. */
final class ClaimsOnIdsTest {

    private final AtomicInteger minted = new AtomicInteger();
    private final Supplier<String> mint = () -> "new-" + minted.incrementAndGet();

    private static SortedSet<String> cluster(String... records) {
        return new TreeSet<>(List.of(records));
    }

    private static Claims claims(Map<String, String> homes, Map<String, String> current) {
        return new Claims(homes, current, Set.of(), any -> Map.of());
    }

    private static Claims ended(Map<String, String> current, Map<String, Set<String>> ended) {
        return new Claims(current, current, Set.of(), any -> ended);
    }

    @Test
    void decisionsWithdrawnGiveEveryIdBackToWhomItWasFrom() {
        var homes = Map.of("a", "P", "b", "P", "c", "Q");
        var current = Map.of("a", "A", "b", "P", "c", "P");

        var assignment = Identities.assign(List.of(cluster("a", "b"), cluster("c")), claims(homes, current), mint);

        assertThat(assignment.eids()).isEqualTo(homes);
        assertThat(minted).hasValue(0);
    }

    @Test
    void whomADecisionKeepsApartKeepsTheIdThatItGotByTheDecision() {
        var homes = Map.of("a", "P", "b", "P", "c", "P");
        var current = Map.of("a", "P", "b", "P", "c", "N");

        var assignment = Identities.assign(List.of(cluster("a", "b"), cluster("c")), claims(homes, current), mint);

        assertThat(assignment.eids()).isEqualTo(current);
        assertThat(assignment.lineage()).isEmpty();
    }

    @Test
    void anIdThatEndedComesBackWithTheRecordsItHad() {
        var current = Map.of("a", "P", "b", "P", "c", "P");

        var assignment = Identities.assign(
                List.of(cluster("a", "b"), cluster("c", "new")), ended(current, Map.of("Q", Set.of("c"))), mint);

        assertThat(assignment.eids()).isEqualTo(Map.of("a", "P", "b", "P", "c", "Q", "new", "Q"));
        assertThat(minted).hasValue(0);
    }

    @Test
    void anIdThatEndedIsNeverForOthers() {
        var current = Map.of("a", "P", "b", "P", "c", "P");

        var assignment = Identities.assign(
                List.of(cluster("a", "b"), cluster("c")),
                ended(current, Map.of("Q", Set.of("c", "d"), "R", Set.of("x"), "S", Set.of("c", "d", "e"))),
                mint);

        assertThat(assignment.eids()).containsEntry("c", "new-1");
    }

    @Test
    void whoHasNoPastIsNotAskedForOne() {
        Claims claims = new Claims(Map.of(), Map.of(), Set.of(), any -> {
            throw new AssertionError("asked");
        });

        assertThat(Identities.assign(List.of(cluster("a")), claims, mint).eids())
                .isEqualTo(Map.of("a", "new-1"));
    }

    @Test
    void aTieOfHomesGoesToTheIdOfToday() {
        var homes = Map.of("a", "P", "c", "Q");
        var current = Map.of("a", "Q", "c", "Q");

        assertThat(Identities.assign(List.of(cluster("a", "c")), claims(homes, current), mint)
                        .eids())
                .isEqualTo(current);
    }
}
