package org.hms.registry.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.hms.registry.patient.Identities.Assigned;
import org.hms.registry.patient.Identities.Assignment;
import org.hms.registry.patient.Identities.Lineage;
import org.hms.registry.patient.Identities.Lineage.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IdentitiesTest {

    private final AtomicInteger minted = new AtomicInteger();
    private final Supplier<String> mint = () -> "new-" + minted.incrementAndGet();

    private static SortedSet<String> cluster(String... records) {
        return new TreeSet<>(List.of(records));
    }

    private Map<String, String> assigned(List<SortedSet<String>> clusters, Map<String, String> former) {
        return eids(Identities.assign(clusters, former, Set.of(), mint));
    }

    private static Map<String, String> eids(Assignment assignment) {
        var eids = new TreeMap<String, String>();
        for (var person : assignment.persons()) {
            person.records().forEach(record -> eids.put(record, person.eid()));
        }
        return eids;
    }

    @Test
    void whoeverIsNewIsGivenANewId() {
        assertThat(assigned(List.of(cluster("a", "b"), cluster("c")), Map.of()))
                .isEqualTo(Map.of("a", "new-1", "b", "new-1", "c", "new-2"));
    }

    @Test
    void whereNothingChangesEveryIdStays() {
        var former = Map.of("a", "P", "b", "P", "c", "Q");

        var assignment = Identities.assign(List.of(cluster("a", "b"), cluster("c")), former, Set.of(), mint);

        assertThat(eids(assignment)).isEqualTo(former);
        assertThat(assignment.lineage()).isEmpty();
        assertThat(minted).hasValue(0);
    }

    @Test
    void aMergedPersonKeepsTheIdOfMostOfItsRecordsAndTheOtherLeadsToIt() {
        var former = Map.of("a", "P", "b", "Q", "c", "Q");

        var assignment = Identities.assign(List.of(cluster("a", "b", "c")), former, Set.of(), mint);

        assertThat(assignment.persons()).extracting(Assigned::eid).containsExactly("Q");
        assertThat(assignment.lineage()).containsExactly(new Lineage("P", "Q", Kind.MERGED_INTO));
    }

    @Test
    void aSplitPersonLeavesItsIdWhereMostOfItsRecordsAre() {
        var former = Map.of("a", "P", "b", "P", "c", "P");

        var assignment = Identities.assign(List.of(cluster("a"), cluster("b", "c")), former, Set.of(), mint);

        assertThat(eids(assignment)).isEqualTo(Map.of("a", "new-1", "b", "P", "c", "P"));
        assertThat(assignment.lineage()).containsExactly(new Lineage("P", "new-1", Kind.SPLIT_INTO));
    }

    @Test
    void aTieBetweenIdsGoesToTheSmallerAndATieBetweenClustersToTheFirstRecord() {
        assertThat(assigned(List.of(cluster("a", "b")), Map.of("a", "Q", "b", "P")))
                .isEqualTo(Map.of("a", "P", "b", "P"));
        assertThat(assigned(List.of(cluster("z"), cluster("b")), Map.of("b", "P", "z", "P")))
                .isEqualTo(Map.of("b", "P", "z", "new-1"));
    }

    @Test
    void twoPersonsWhoSwapAMemberKeepTheirIds() {
        var former = Map.of("a", "P", "b", "P", "c", "P", "x", "Q", "y", "Q", "z", "Q");

        var assignment =
                Identities.assign(List.of(cluster("a", "b", "x"), cluster("c", "y", "z")), former, Set.of(), mint);

        assertThat(eids(assignment)).isEqualTo(Map.of("a", "P", "b", "P", "x", "P", "c", "Q", "y", "Q", "z", "Q"));
        assertThat(assignment.lineage())
                .containsExactlyInAnyOrder(
                        new Lineage("P", "Q", Kind.SPLIT_INTO), new Lineage("Q", "P", Kind.SPLIT_INTO));
    }

    @Test
    void anIdThatLosesAllItsRecordsEndsInTheHeirOfMost() {
        var former = Map.of("a", "P", "b", "P", "c", "P", "d", "Q", "e", "Q", "f", "Q", "g", "R", "h", "R", "i", "R");

        var assignment = Identities.assign(
                List.of(cluster("a", "b", "d", "e", "f"), cluster("c", "g", "h", "i")), former, Set.of(), mint);

        assertThat(assignment.persons()).extracting(Assigned::eid).containsExactly("Q", "R");
        assertThat(assignment.lineage()).containsExactly(new Lineage("P", "Q", Kind.MERGED_INTO));
    }

    /** Whatever the partition: each record has one id, no id is shared, and every former id lives on or has an heir. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void everyRecordHasOneIdAndNoIdIsShared(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 250; round++) {
            var former = former(random);
            var clusters = clusters(random);

            var assignment = Identities.assign(clusters, former, Set.of(), mint);

            var eids = assignment.persons().stream().map(Assigned::eid).toList();
            assertThat(eids)
                    .as("seed %d, round %d", seed, round)
                    .doesNotHaveDuplicates()
                    .hasSameSizeAs(clusters);
            assertThat(eids(assignment))
                    .hasSize(clusters.stream().mapToInt(SortedSet::size).sum());
            assertThat(assignment.persons())
                    .allSatisfy(person -> assertThat(person.minted()).isEqualTo(!former.containsValue(person.eid())));
            var heirs = assignment.lineage().stream().map(Lineage::from).toList();
            assertThat(new HashSet<>(former.values())).allMatch(eid -> eids.contains(eid) || heirs.contains(eid));
            assertThat(assignment.lineage()).allSatisfy(passage -> {
                assertThat(eids).contains(passage.to());
                assertThat(eids.contains(passage.from())).isEqualTo(passage.kind() == Kind.SPLIT_INTO);
            });
        }
    }

    private static Map<String, String> former(Random random) {
        var former = new HashMap<String, String>();
        for (int record = 0; record < 12; record++) {
            if (random.nextInt(4) > 0) {
                former.put("r" + record, "P" + random.nextInt(5));
            }
        }
        return former;
    }

    private static List<SortedSet<String>> clusters(Random random) {
        var byNumber = new TreeMap<Integer, SortedSet<String>>();
        for (int record = 0; record < 12; record++) {
            byNumber.computeIfAbsent(random.nextInt(6), number -> new TreeSet<>())
                    .add("r" + record);
        }
        return new ArrayList<>(byNumber.values());
    }

    @Test
    void theOrderOfTheClustersDoesNotDecideWhoKeepsAnId() {
        var former = Map.of("a", "P", "b", "P", "c", "Q", "d", "Q", "e", "P");
        var one = List.of(cluster("a", "c"), cluster("b", "d"), cluster("e"));
        var other = List.of(cluster("e"), cluster("b", "d"), cluster("a", "c"));

        var kept = new HashMap<>(assigned(one, former));
        var keptOtherwise = new HashMap<>(assigned(other, former));
        kept.values().removeIf(eid -> eid.startsWith("new"));
        keptOtherwise.values().removeIf(eid -> eid.startsWith("new"));

        assertThat(keptOtherwise).isEqualTo(kept);
    }
}
