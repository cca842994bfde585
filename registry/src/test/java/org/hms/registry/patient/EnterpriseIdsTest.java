package org.hms.registry.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EnterpriseIdsTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 7, 42})
    void theCheckCharacterFindsEverySingleWrongCharacter(long seed) {
        var ids = new EnterpriseIds(new Random(seed));
        for (int i = 0; i < 50; i++) {
            var eid = ids.mint();
            assertThat(EnterpriseIds.wellFormed(eid)).as(eid).isTrue();
            for (int place = 0; place < eid.length(); place++) {
                for (char wrong : ALPHABET.toCharArray()) {
                    var mistyped = eid.substring(0, place) + wrong + eid.substring(place + 1);
                    assertThat(EnterpriseIds.wellFormed(mistyped)).as(mistyped).isEqualTo(mistyped.equals(eid));
                }
            }
        }
    }

    @Test
    void otherTextIsNotAnEnterpriseId() {
        assertThat(EnterpriseIds.wellFormed("")).isFalse();
        assertThat(EnterpriseIds.wellFormed("000000000000000")).isFalse();
        assertThat(EnterpriseIds.wellFormed("O".repeat(16))).isFalse();
        assertThat(EnterpriseIds.wellFormed("0".repeat(17))).isFalse();
        assertThat(EnterpriseIds.wellFormed(
                        new EnterpriseIds(new Random(1)).mint().toLowerCase(java.util.Locale.ROOT)))
                .isFalse();
    }

    @Test
    void noneIsMintedTwice() {
        var ids = new EnterpriseIds();
        var minted = new HashSet<String>();
        for (int i = 0; i < 20_000; i++) {
            assertThat(minted.add(ids.mint())).isTrue();
        }
    }
}
