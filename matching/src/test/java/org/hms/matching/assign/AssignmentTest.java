package org.hms.matching.assign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AssignmentTest {

    @Test
    void twoGoodPairsBeatTheOneBestPair() {
        var best = Assignment.best(List.of(new Pairing(0, 0, 10), new Pairing(0, 1, 8), new Pairing(1, 0, 7)));

        assertThat(best).containsExactly(new Pairing(0, 1, 8), new Pairing(1, 0, 7));
    }

    @Test
    void aRowStaysAloneWhereAnotherGainsMoreFromItsCounterpart() {
        assertThat(Assignment.best(List.of(new Pairing(0, 0, 2), new Pairing(1, 0, 3))))
                .containsExactly(new Pairing(1, 0, 3));
    }

    @Test
    void nothingComesOfNothing() {
        assertThat(Assignment.best(List.of())).isEmpty();
    }

    @Test
    void aPairingGainsSomething() {
        assertThatThrownBy(() -> new Pairing(0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Pairing(0, 0, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noOtherChoiceGainsMore(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            var pairings = pairings(random, 6, 6, 0.4);

            var best = Assignment.best(pairings);

            assertThat(pairings).containsAll(best);
            assertThat(best.stream().map(Pairing::left).distinct()).hasSameSizeAs(best);
            assertThat(best.stream().map(Pairing::right).distinct()).hasSameSizeAs(best);
            assertThat(gain(best)).isCloseTo(mostGain(pairings, 0, new HashSet<>()), within(1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void theOrderOfThePairingsDecidesNothing(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 100; i++) {
            var pairings = pairings(random, 8, 7, 0.5);
            var best = Assignment.best(pairings);
            var shuffled = new ArrayList<>(pairings);
            Collections.shuffle(shuffled, random);

            assertThat(Assignment.best(shuffled)).isEqualTo(best);
        }
    }

    /** Gains are small whole numbers, so that many choices are equal. */
    private static List<Pairing> pairings(Random random, int lefts, int rights, double density) {
        var pairings = new ArrayList<Pairing>();
        for (int left = 0; left < lefts; left++) {
            for (int right = 0; right < rights; right++) {
                if (random.nextDouble() < density) {
                    pairings.add(new Pairing(left, right, 1 + random.nextInt(9)));
                }
            }
        }
        return pairings;
    }

    private static double mostGain(List<Pairing> pairings, int from, Set<Integer> taken) {
        double most = 0;
        for (int i = from; i < pairings.size(); i++) {
            var pairing = pairings.get(i);
            int left = -1 - pairing.left();
            if (!taken.contains(left) && !taken.contains(pairing.right())) {
                taken.add(left);
                taken.add(pairing.right());
                most = Math.max(most, pairing.gain() + mostGain(pairings, i + 1, taken));
                taken.remove(left);
                taken.remove(pairing.right());
            }
        }
        return most;
    }

    private static double gain(List<Pairing> pairings) {
        return pairings.stream().mapToDouble(Pairing::gain).sum();
    }
}
