package org.hms.rules.survivorship;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SurvivorshipPolicyTest {
    private static final SurvivorshipPolicy POLICY = new SurvivorshipPolicy();

    @Test
    void whatAllClaimNeedsNoRule() {
        assertChosen("a", "SURV-00", claim("A", "a", 2, false, 1), claim("B", "a", 1, true, 2));
    }

    @Test
    void authorityGoesBeforeEverything() {
        assertChosen(
                "a", "SURV-01", claim("A", "a", 1, false, 1), claim("B", "b", 2, true, 9), claim("C", "b", 2, true, 9));
    }

    @Test
    void verificationGoesBeforeRecency() {
        assertChosen("a", "SURV-02", claim("A", "a", 1, true, 1), claim("B", "b", 1, false, 9));
    }

    @Test
    void recencyGoesBeforeMajority() {
        assertChosen(
                "a", "SURV-03", claim("A", "a", 1, true, 9), claim("B", "b", 1, true, 1), claim("C", "b", 1, true, 2));
    }

    @Test
    void majorityDecidesWhatWasRecordedAtOnce() {
        assertChosen(
                "b", "SURV-04", claim("A", "a", 1, true, 1), claim("B", "b", 1, true, 1), claim("C", "b", 1, true, 1));
    }

    @Test
    void theAlphabetDecidesWhatNothingElseDoes() {
        assertChosen("a", "SURV-05", claim("A", "b", 1, true, 1), claim("B", "a", 1, true, 1));
    }

    @Test
    void eachFieldIsChosenForItself() {
        var chosen = POLICY.choose(List.of(
                claim("A", "a", 1, true, 1),
                claim("B", "b", 2, true, 1),
                new ClaimedValue("sex", "female", "B", 1, 2, true, Instant.EPOCH)));

        assertThat(chosen).containsOnlyKeys("name", "sex");
        assertThat(chosen.get("sex")).extracting(Chosen::ruleId).isEqualTo("SURV-00");
    }

    @Test
    void whereNothingIsClaimedNothingIsChosen() {
        assertThat(POLICY.choose(List.of())).isEmpty();
    }

    static Stream<Long> seeds() {
        return Stream.iterate(1L, seed -> seed + 1).limit(100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOrderOfTheClaimsDoesNotMatter(long seed) {
        var random = new Random(seed);
        var claims = new ArrayList<ClaimedValue>();
        for (int i = 0; i < 8; i++) {
            claims.add(claim(
                    "r" + i, "v" + random.nextInt(3), 1 + random.nextInt(2), random.nextBoolean(), random.nextInt(3)));
        }
        var expected = POLICY.choose(claims);
        for (int shuffle = 0; shuffle < 5; shuffle++) {
            Collections.shuffle(claims, random);
            assertThat(POLICY.choose(claims)).isEqualTo(expected);
        }
    }

    private static void assertChosen(String value, String rule, ClaimedValue... claims) {
        Map<String, Chosen> chosen = POLICY.choose(List.of(claims));

        assertThat(chosen).containsOnlyKeys("name");
        assertThat(chosen.get("name")).satisfies(one -> {
            assertThat(one.claim().value()).isEqualTo(value);
            assertThat(one.ruleId()).isEqualTo(rule);
        });
    }

    private static ClaimedValue claim(String record, String value, int rank, boolean verified, int day) {
        return new ClaimedValue("name", value, record, 1, rank, verified, Instant.EPOCH.plusSeconds(86_400L * day));
    }
}
