package org.hms.matching.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import org.hms.matching.cluster.Constraint.Kind;
import org.hms.matching.score.Thresholds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ClustersTest {
    private static final Thresholds THRESHOLDS = new Thresholds(8, 0, 4);

    @Test
    void whoAgreesIsOnePerson() {
        assertThat(partition(List.of(pair("a", "b", 20), pair("b", "c", 20), pair("a", "c", 20)), List.of()))
                .containsExactly(Set.of("a", "b", "c"));
    }

    @Test
    void aChainOfWeakLinksIsCut() {
        assertThat(partition(List.of(pair("a", "b", 20), pair("b", "c", 9)), List.of()))
                .containsExactly(Set.of("a", "b"), Set.of("c"));
    }

    @Test
    void belowTheLinkWeightNobodyIsLinked() {
        assertThat(partition(List.of(pair("a", "b", 7.9)), List.of()))
                .containsExactly(Set.of("a"), Set.of("b"), Set.of("c"));
    }

    @Test
    void aVetoKeepsWholeClustersApart() {
        var veto = new PairEvidence("a", "c", 50, true);

        assertThat(partition(List.of(pair("a", "b", 20), pair("b", "c", 30), veto), List.of()))
                .containsExactly(Set.of("a"), Set.of("b", "c"));
    }

    /** a and c are twins; b, whose given name is missing, could be either by less than the margin of 4 bits. */
    @Test
    void whoCouldBeEitherOfTwoWhoAreKeptApartJoinsNeither() {
        var twins = new PairEvidence("a", "c", 30, true);

        assertThat(partition(List.of(twins, pair("a", "b", 20), pair("b", "c", 17)), List.of()))
                .containsExactly(Set.of("a"), Set.of("b"), Set.of("c"));
        assertThat(partition(List.of(twins, pair("a", "b", 20), pair("b", "c", 15)), List.of()))
                .containsExactly(Set.of("a", "b"), Set.of("c"));
        assertThat(partition(List.of(twins, pair("a", "b", 20), pair("b", "c", 17)), List.of(must("a", "b"))))
                .containsExactly(Set.of("a", "b"), Set.of("c"));
    }

    @Test
    void aStewardsMustLinkGoesBeforeAVetoAndACannotLinkBeforeAnyWeight() {
        var veto = new PairEvidence("a", "b", -5, true);

        assertThat(partition(List.of(veto), List.of(must("a", "b")))).containsExactly(Set.of("a", "b"), Set.of("c"));
        assertThat(partition(List.of(pair("a", "b", 60)), List.of(cannot("a", "b"))))
                .containsExactly(Set.of("a"), Set.of("b"), Set.of("c"));
    }

    @Test
    void whereDecisionsContradictKeepingApartWins() {
        var decisions = List.of(must("a", "b"), must("b", "c"), cannot("a", "c"));

        assertThat(partition(List.of(), decisions)).containsExactly(Set.of("a", "b"), Set.of("c"));
    }

    @Test
    void ofTwoPiecesOfEvidenceOnOnePairTheLowerStands() {
        assertThat(partition(List.of(pair("a", "b", -12), pair("b", "a", 20)), List.of()))
                .hasSize(3);
        assertThat(partition(List.of(pair("b", "a", 20), pair("a", "b", -12)), List.of()))
                .hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("org.hms.matching.RandomPeople#seeds")
    void theOrderOfTheFactsDoesNotMatter(long seed) {
        var random = new Random(seed);
        var component = random(random);
        var expected = Clusters.partition(component, THRESHOLDS);
        assertThat(expected.stream().mapToInt(SortedSet::size).sum())
                .isEqualTo(component.records().size());
        for (int shuffle = 0; shuffle < 20; shuffle++) {
            assertThat(Clusters.partition(shuffled(component, random), THRESHOLDS))
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("org.hms.matching.RandomPeople#seeds")
    void aDecisionThatIsWithdrawnLeavesNoTrace(long seed) {
        var component = random(new Random(seed));
        var before = Clusters.partition(component, THRESHOLDS);
        var decided = new ArrayList<>(component.decisions());
        decided.add(must("r0", "r1"));
        var merged = Clusters.partition(new Component(component.records(), component.evidence(), decided), THRESHOLDS);
        decided.removeLast();
        var withdrawn =
                Clusters.partition(new Component(component.records(), component.evidence(), decided), THRESHOLDS);

        assertThat(withdrawn).isEqualTo(before);
        boolean together = merged.stream().anyMatch(cluster -> cluster.containsAll(Set.of("r0", "r1")));
        boolean contradicted = component.decisions().stream().anyMatch(one -> one.kind() == Kind.CANNOT_LINK);
        assertThat(together || contradicted).isTrue();
    }

    private static Component random(Random random) {
        int size = 2 + random.nextInt(9);
        var records = new LinkedHashSet<String>();
        for (int i = 0; i < size; i++) {
            records.add("r" + i);
        }
        var evidence = new ArrayList<PairEvidence>();
        var decisions = new ArrayList<Constraint>();
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                int dice = random.nextInt(20);
                if (dice < 10) {
                    // Few distinct weights, so that ties are common.
                    evidence.add(new PairEvidence("r" + i, "r" + j, 5 * random.nextInt(6) - 5, dice == 0));
                } else if (dice == 19) {
                    decisions.add(random.nextBoolean() ? must("r" + i, "r" + j) : cannot("r" + i, "r" + j));
                }
            }
        }
        return new Component(records, evidence, decisions);
    }

    private static Component shuffled(Component component, Random random) {
        var evidence = new ArrayList<PairEvidence>();
        component
                .evidence()
                .forEach(pair -> evidence.add(
                        random.nextBoolean()
                                ? pair
                                : new PairEvidence(pair.right(), pair.left(), pair.weight(), pair.veto())));
        var decisions = new ArrayList<>(component.decisions());
        Collections.shuffle(evidence, random);
        Collections.shuffle(decisions, random);
        return new Component(component.records(), evidence, decisions);
    }

    private static List<Set<String>> partition(List<PairEvidence> evidence, List<Constraint> decisions) {
        return List.copyOf(Clusters.partition(new Component(Set.of("a", "b", "c"), evidence, decisions), THRESHOLDS));
    }

    private static PairEvidence pair(String left, String right, double weight) {
        return new PairEvidence(left, right, weight, false);
    }

    private static Constraint must(String left, String right) {
        return new Constraint(left, right, Kind.MUST_LINK);
    }

    private static Constraint cannot(String left, String right) {
        return new Constraint(left, right, Kind.CANNOT_LINK);
    }
}
