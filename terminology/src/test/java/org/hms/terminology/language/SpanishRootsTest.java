package org.hms.terminology.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanishRootsTest {

    @ParameterizedTest
    @CsvSource({
        "mareo, mareado",
        "mareo, mareos",
        "hinchazon, hinchados",
        "desmayo, desmayarse",
        "vomito, vomitando",
        "quemadura, quemado",
        "embarazo, embarazada",
        "debilidad, debil",
        "operacion, operado",
        "tos, tosiendo",
    })
    void nounParticipleAndVerbShareTheirRoot(String noun, String other) {
        assertThat(SpanishRoots.root(other)).isEqualTo(SpanishRoots.root(noun));
    }

    @Test
    void shortWordsAreNotTakenApart() {
        assertThat(SpanishRoots.root("boca")).isNotEqualTo(SpanishRoots.root("bocio"));
        assertThat(SpanishRoots.root("mano")).isEqualTo("mano");
    }
}
