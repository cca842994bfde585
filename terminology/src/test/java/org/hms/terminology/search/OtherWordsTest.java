package org.hms.terminology.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.hms.terminology.SharedData;
import org.hms.terminology.concept.ConceptBook;
import org.hms.terminology.load.LexiconLoader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherWordsTest {
    private static TermIndex index;

    @BeforeAll
    static void readLexicon() {
        index = TermIndex.of(
                new ConceptBook(LexiconLoader.read(SharedData.lexicon()).concepts()));
    }

    @ParameterizedTest
    @CsvSource({
        "chiri tuguy reheve, GN0127",
        "diarrea tuguy ndive, GN0127",
        "hace pipi con sangre, GN0168",
        "tosecita, GN0109",
        "ronchitas, GN0152",
        "palpitasion, GN0116",
        "asides estomacal, GN0130",
        "me duele la kabesa, GN0090",
        "orina con zangre, GN0168",
        "sangrado de naris, GN0167",
        "se zafó el hombro, GN0163",
        "se quebró la muñeca, GN0162",
        "tie rasi, GN0119",
        "ti'ai, GN0175"
    })
    void halfInOneLanguageEverydayAndByEarFindsTheConcept(String typed, String concept) {
        assertThat(index.search(TermQuery.of(typed, 2)))
                .extracting(TermHit::conceptId)
                .contains(concept);
    }

    @Test
    void whatIsAWordInBothLanguagesIsNotTranslated() {
        assertThat(index.search(TermQuery.of("hormigueo en las manos", 5).in("es")))
                .extracting(hit -> hit.matched().text())
                .doesNotContain("muerte, morir");
    }

    @Test
    void aWordThatIsSomethingIsNotRespelt() {
        assertThat(index.search(TermQuery.of("che vare'a", 1)).getFirst().conceptId())
                .isEqualTo("GN0135");
        assertThat(index.search(TermQuery.of("xqzwvkj", 1))).isEmpty();
    }
}
