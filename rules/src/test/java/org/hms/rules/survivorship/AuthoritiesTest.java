package org.hms.rules.survivorship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which source speaks for which field is data; the rest of the order is the rules'. */
final class AuthoritiesTest {

    private static final Authorities TABLE =
            new Authorities(Map.of("name", List.of("civil-registry", "identifications"), "residence", List.of("his")));
    private static final List<String> SOURCES = List.of("civil-registry", "identifications", "his", "ips");

    @Test
    void theNamedGoBeforeAllOthersInTheirOrder() {
        assertThat(TABLE.rankOf("name", "civil-registry", 9)).isEqualTo(1);
        assertThat(TABLE.rankOf("name", "identifications", 9)).isEqualTo(2);
        assertThat(TABLE.rankOf("name", "his", 1)).isEqualTo(3);
        assertThat(TABLE.rankOf("name", "ips", 2)).isEqualTo(4);
    }

    @Test
    void anAuthorityOnOneFieldIsNoneOnAnother() {
        assertThat(TABLE.rankOf("residence", "his", 5)).isEqualTo(1);
        assertThat(TABLE.rankOf("residence", "civil-registry", 1)).isEqualTo(2);
    }

    @Test
    void withoutATableTheGeneralTrustDecides() {
        assertThat(Authorities.NONE.rankOf("name", "his", 3)).isEqualTo(3);
    }

    @Test
    void aSourceIsNamedOnceForAField() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Authorities(Map.of("name", List.of("his", "his"))))
                .withMessageContaining("name");
    }

    static Stream<Long> seeds() {
        return Stream.iterate(1L, seed -> seed + 1).limit(200);
    }

    /** The oracle is the order written down once more as a comparator: authority, verification, recency, majority, alphabet. */
    @ParameterizedTest
    @MethodSource("seeds")
    void theRulesChooseAsTheOrderOfTheIssueSays(long seed) {
        var random = new Random(seed);
        var claims = new ArrayList<ClaimedValue>();
        for (int i = 0; i < 2 + random.nextInt(7); i++) {
            var source = SOURCES.get(random.nextInt(SOURCES.size()));
            claims.add(new ClaimedValue(
                    "name",
                    "v" + random.nextInt(3),
                    "r" + i,
                    1,
                    TABLE.rankOf("name", source, 1 + SOURCES.indexOf(source) / 2),
                    random.nextBoolean(),
                    Instant.EPOCH.plusSeconds(86_400L * random.nextInt(2))));
        }

        var chosen = new SurvivorshipPolicy(TABLE).choose(claims).get("name");

        var expected = claims.stream().min(byTheIssue(claims)).orElseThrow();
        assertThat(chosen).isNotNull();
        assertThat(chosen.claim().value()).as("seed %d", seed).isEqualTo(expected.value());
    }

    private static Comparator<ClaimedValue> byTheIssue(List<ClaimedValue> claims) {
        return Comparator.comparingInt(ClaimedValue::authorityRank)
                .thenComparing(claim -> !claim.verified())
                .thenComparing(ClaimedValue::recordedAt, Comparator.reverseOrder())
                .thenComparing(claim -> -claims.stream()
                        .filter(one -> one.value().equals(claim.value()))
                        .count())
                .thenComparing(ClaimedValue::value);
    }
}
