package org.hms.registry.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordLikenessTest {

    @ParameterizedTest
    @CsvSource({
        "capiata, capiata, SAME",
        "villar, villa, SPELLING",
        "montania, montanya, SPELLING",
        "jhugua, hugua, SPELLING",
        "cuidad, ciudad, SPELLING",
        "constituci?n, constitucion, SPELLING",
        "rosario, r, INITIAL",
        "quemado, quemaduras, STEM",
        "caacupe, caacupemi, NONE",
        "chore, choremi, NONE",
        "ita, itaugua, NONE",
        "rosa, rojas, NONE",
        "santa, santo, SPELLING",
    })
    void wordsAreAlikeInDegrees(String one, String other, WordLikeness likeness) {
        assertThat(WordLikeness.of(one, other)).isEqualTo(likeness);
        assertThat(WordLikeness.of(other, one)).isEqualTo(likeness);
    }
}
