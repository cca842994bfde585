package org.hms.matching.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class HardeningTest {
    private static final int BITS = 512;
    private static final byte[] KEY = new byte[32];

    static Stream<Hardening> hardenings() {
        return Stream.of(
                new Hardening.Balance(),
                new Hardening.XorFold(),
                new Hardening.Permute(1),
                new Hardening.RandomisedResponse(0.2, 1),
                new Hardening.Rule90(),
                new Hardening.Rehash(16, 5, 3),
                new Hardening.Rehash(32, 32, 8));
    }

    @ParameterizedTest
    @MethodSource("hardenings")
    void eachHardeningHasTheLengthItSaysAndDoesTheSameTwice(Hardening hardening) {
        var step = hardening.prepare(BITS, KEY);
        var again = hardening.prepare(BITS, KEY);
        for (int seed = 0; seed < 50; seed++) {
            var filter = random(seed);
            var before = filter.clone();

            assertThat(step.apply(filter, "r"))
                    .hasSize(hardening.bits(BITS) / Long.SIZE)
                    .isEqualTo(again.apply(filter, "r"));
            assertThat(filter).isEqualTo(before);
        }
    }

    @Test
    void aBalancedFilterHasAsManyOnesAsZeros() {
        assertThat(ones(new Hardening.Balance().prepare(BITS, KEY).apply(random(3), "r")))
                .isEqualTo(BITS);
    }

    @Test
    void aFoldedFilterIsOneHalfAgainstTheOther() {
        var filter = random(4);
        var folded = new Hardening.XorFold().prepare(BITS, KEY).apply(filter, "r");

        for (int i = 0; i < BITS / 2; i++) {
            assertThat(bit(folded, i)).isEqualTo(bit(filter, i) ^ bit(filter, i + BITS / 2));
        }
    }

    @Test
    void aPermutationKeepsEveryBitAndAnotherKeyGivesAnotherOrder() {
        var filter = random(5);
        var permuted = new Hardening.Permute(1).prepare(BITS, KEY).apply(filter, "r");
        var otherKey = new byte[32];
        otherKey[0] = 1;

        assertThat(ones(permuted)).isEqualTo(ones(filter));
        assertThat(permuted).isNotEqualTo(filter);
        assertThat(new Hardening.Permute(1).prepare(BITS, otherKey).apply(filter, "r"))
                .isNotEqualTo(permuted);
    }

    @Test
    void eachBitOfRuleNinetyIsItsNeighboursExclusiveOr() {
        var filter = random(6);
        var next = new Hardening.Rule90().prepare(BITS, KEY).apply(filter, "r");

        for (int i = 0; i < BITS; i++) {
            assertThat(bit(next, i)).isEqualTo(bit(filter, (i + BITS - 1) % BITS) ^ bit(filter, (i + 1) % BITS));
        }
    }

    @Test
    void randomisedResponseChangesHalfOfItsProbabilityAndAnotherRecordOtherwise() {
        var step = new Hardening.RandomisedResponse(0.2, 1).prepare(BITS, KEY);
        int changed = 0;
        for (int seed = 0; seed < 200; seed++) {
            var filter = random(seed);
            changed += distance(filter, step.apply(filter, "r"));
        }

        assertThat(changed / (200.0 * BITS)).isBetween(0.095, 0.105);
        assertThat(step.apply(random(1), "r1")).isNotEqualTo(step.apply(random(1), "r2"));
    }

    @Test
    void rehashingLeavesFiltersMoreAlikeThatWereMoreAlike() {
        var step = new Hardening.Rehash(8, 4, 2).prepare(BITS, KEY);
        var filter = random(7);
        var near = filter.clone();
        near[0] ^= 1;

        assertThat(distance(step.apply(filter, "r"), step.apply(near, "r")))
                .isPositive()
                .isLessThan(distance(step.apply(filter, "r"), step.apply(random(8), "r")));
    }

    private static long[] random(long seed) {
        return new SplittableRandom(seed).longs(BITS / Long.SIZE).toArray();
    }

    private static int bit(long[] filter, int position) {
        return (int) (filter[position >> 6] >>> position & 1);
    }

    private static int ones(long[] filter) {
        return Arrays.stream(filter).mapToInt(Long::bitCount).sum();
    }

    private static int distance(long[] left, long[] right) {
        int distance = 0;
        for (int i = 0; i < left.length; i++) {
            distance += Long.bitCount(left[i] ^ right[i]);
        }
        return distance;
    }
}
