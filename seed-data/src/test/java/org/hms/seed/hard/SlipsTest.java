package org.hms.seed.hard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlipsTest {

    private static final SplittableRandom RANDOM = new SplittableRandom(5);

    @Test
    void aSlipOfTheFingerChangesLittle() {
        assertThat(IntStream.range(0, 500).mapToObj(i -> Slips.typed("Benítez", RANDOM)))
                .allSatisfy(word -> assertThat(word).hasSizeBetween(6, 8))
                .anySatisfy(word -> assertThat(word).isNotEqualTo("Benítez"));
    }

    @Test
    void aScannerTakesLettersForOthersThatLookAlike() {
        assertThat(IntStream.range(0, 200).mapToObj(i -> Slips.read("Carmen", RANDOM)))
                .contains("Carrnen", "Carmcn");
    }

    @Test
    void anOldCharacterSetLosesAccents() {
        assertThat(Slips.lost("Ñandutí")).isEqualTo("?andut?");
    }

    @Test
    void aMistypedNumberKeepsItsDigitsButForOne() {
        assertThat(IntStream.range(0, 500).mapToObj(i -> Slips.number("45101821", RANDOM)))
                .allSatisfy(number -> assertThat(number).matches("\\d{7,9}"));
    }
}
