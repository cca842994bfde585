package org.hms.matching.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FoldingTest {

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
}
