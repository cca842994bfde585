package org.hms.matching.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SpanishSoundTest {

    @ParameterizedTest
    @CsvSource({
        "benitez, venites",
        "gimenez, jimenes",
        "gonzalez, gonsales",
        "caceres, caseres",
        "villalba, viyalva",
        "ayala, allala",
        "hernandez, ernandes",
        "quintana, kintana",
        "guerrero, guerero",
        "rojas, rojas",
        "yegros, llegros",
        "sacarias, zacarias",
        "cristian, kristian",
        "enrique, enrrike",
        "xavier, sabier",
        "philippe, filipe",
        "zambrano, sanvrano",
        "ahyrton, airton",
        "ximena, jimena",
        "ximenez, gimenez",
        "maia, maya",
        "aiala, ayala",
        "ybarra, ibarra",
        "yrala, irala",
        "ascencio, asensio",
        "pamfilo, panfilo",
        "schroeder, shroeder",
        "mitỹ, mity",
        "ñandu, nandu",
        "yg̃uazu, yguazu",
        "arasẽ, arase",
        "tupã, tupa",
        "huerta, uerta",
        "quevedo, kebedo",
        "chamorro, chamoro"
    })
    void whatSoundsAlikeHasOneKey(String left, String right) {
        assertThat(SpanishSound.key(left)).isEqualTo(SpanishSound.key(right));
    }

    @ParameterizedTest
    @CsvSource({
        "vera, rojas",
        "ramon, roman",
        "juan, jean",
        "marta, maria",
        "gomez, gamez",
        "alexis, alejo",
        "maria, marya"
    })
    void whatSoundsDifferentKeepsApart(String left, String right) {
        assertThat(SpanishSound.key(left)).isNotEqualTo(SpanishSound.key(right));
    }
}
