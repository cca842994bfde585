package org.hms.registry.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
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
        return new Claims(homes, current, Set.of(), new Ended(Map.of(), Map.of()));
    }

    private static Claims ended(Map<String, String> current, Map<String, Set<String>> ended) {
        return new Claims(current, current, Set.of(), new Ended(ended, Map.of()));
    }

    /** What a store would say. */
    private record Ended(Map<String, Set<String>> free, Map<String, Set<String>> claimed) implements EndedPersons {
        @Override
        public Map<String, Set<String>> endedPersons(Collection<String> recordIds) {
            return free;
        }

        @Override
        public Map<String, Set<String>> endedAmong(Collection<String> eids) {
            return claimed;
        }
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

    /** As when a decision ended Q with c, and c's neighbour d came to be Q's only home since. */
    @Test
    void anIdThatEndedIsNotEvenForThoseWhoWouldHaveItWithoutDecisions() {
        var homes = Map.of("c", "P", "d", "Q");
        var current = Map.of("c", "P", "d", "P");
        var claims = new Claims(homes, current, Set.of(), new Ended(Map.of(), Map.of("Q", Set.of("c"))));

        var assignment = Identities.assign(List.of(cluster("c"), cluster("d")), claims, mint);

        assertThat(assignment.eids()).isEqualTo(Map.of("c", "P", "d", "new-1"));
    }

    @Test
    void whoHasNoPastIsNotAskedForOne() {
        Claims claims = new Claims(Map.of(), Map.of(), Set.of(), new EndedPersons() {
            @Override
            public Map<String, Set<String>> endedPersons(Collection<String> recordIds) {
                throw new AssertionError("asked");
            }

            @Override
            public Map<String, Set<String>> endedAmong(Collection<String> eids) {
                throw new AssertionError("asked");
            }
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
