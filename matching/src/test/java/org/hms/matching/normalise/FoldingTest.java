package org.hms.matching.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class FoldingTest {
    private static final String RARE = "'’ʼ´`ªº.- 0\u0303\u0301g̃ỸŉŀİſßÑ";

    @Test
    void accentsGoButTildesStayUntilThePlainForm() {
        assertThat(Folding.words("MARÍA Núñez Yg̃uazú Mitỹ")).containsExactly("maria", "nuñez", "yg̃uazu", "mitỹ");
        assertThat(Folding.plain("nuñez")).isEqualTo("nunez");
        assertThat(Folding.plain("yg̃uazu")).isEqualTo("yguazu");
        assertThat(Folding.plain("mitỹ")).isEqualTo("mity");
    }

    @Test
    void theThreePusosAreOne() {
        assertThat(Folding.words("Ka'a")).isEqualTo(Folding.words("Ka’a")).isEqualTo(Folding.words("Kaʼa"));
        assertThat(Folding.plain("ka'a")).isEqualTo("kaa");
    }

    @Test
    void composedAndDecomposedLettersAreOne() {
        assertThat(Folding.words("Pen\u0303a")).isEqualTo(Folding.words("Peña"));
        assertThat(Folding.words("ỹ")).isEqualTo(Folding.words("y\u0303"));
    }

    @Test
    void aFeminineOrdinalIsAnA() {
        assertThat(Folding.words("Mª")).containsExactly("ma");
    }

    @Test
    void whatHasNoLettersHasNoWords() {
        assertThat(Folding.words(" - 12 ' . ")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.hms.matching.RandomPeople#seeds")
    void theShortWaySaysWhatUnicodeSays(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 200; i++) {
            int above = random.nextInt(3) == 0 ? 0x2100 : 0x180;
            var text = new StringBuilder();
            for (int length = random.nextInt(20); length > 0; length--) {
                text.append(
                        switch (random.nextInt(4)) {
                            case 0 -> RARE.charAt(random.nextInt(RARE.length()));
                            case 1 -> (char) random.nextInt(above);
                            default -> (char) ('A' + random.nextInt(58));
                        });
            }
            assertThat(Folding.words(text.toString()))
                    .as(text.toString())
                    .isEqualTo(Folding.wordsByUnicode(text.toString()));
        }
    }
}
