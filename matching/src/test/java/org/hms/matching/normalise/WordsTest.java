package org.hms.matching.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "maria, maria elena, true",
        "elena maria, maria elena, true",
        "maria elena, maria, false",
        "j, juan, true",
        "juan, j, true",
        "j carlos, juan carlos, true",
        "juan carlos, j carlos, true",
        "m, juan carlos, false",
        "juan pablo, j carlos, false",
        "ju, juan, false"
    })
    void anInitialStandsForANameThatBeginsWithIt(String some, String others, boolean within) {
        assertThat(words(some).within(words(others))).isEqualTo(within);
    }

    @ParameterizedTest
    @CsvSource({
        "pepe, jose, true",
        "jose luis, pepe, true",
        "malena, maria elena, true",
        "maria elena, malena, true",
        "beto, tito, true",
        "bob, robert, true",
        "ze, jose, true",
        "pepe, juan, false",
        "beto, pepe, false",
        "ana, ana, false"
    })
    void petNamesRelateToTheirFormalNamesAndToEachOther(String left, String right, boolean related) {
        assertThat(Hypocoristics.shipped().relate(words(left), words(right))).isEqualTo(related);
        assertThat(Hypocoristics.shipped().relate(words(right), words(left))).isEqualTo(related);
    }

    private static Words words(String text) {
        return Words.of(List.of(text.split(" ")));
    }
}
