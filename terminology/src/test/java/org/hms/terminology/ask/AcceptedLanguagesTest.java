package org.hms.terminology.ask;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptedLanguagesTest {

    @Test
    void languagesAreOrderedByTheirQuality() {
        var languages = AcceptedLanguages.parse("en;q=0.4, es-PY, *;q=0").orElseThrow();

        assertThat(languages.said()).isEqualTo("es-PY, en; q=0.4, *; q=0");
        assertThat(languages.named()).isEqualTo("es-PY, en; q=0.4");
    }

    /** gug, gn, es-PY, es, en, and then whatever there is. */
    @Test
    void otherLanguagesAnswerForGuarani() {
        var languages = AcceptedLanguages.parse("gug").orElseThrow().withFallback();

        assertThat(languages.wishes())
                .extracting(wish -> wish.tag().code())
                .containsExactly("gug", "gug", "gn", "es-PY", "es", "en", "*");
        assertThat(languages.said()).isEqualTo("gug");
    }

    @Test
    void whoRulesOutAllOthersGetsNoOther() {
        var languages = AcceptedLanguages.parse("de,*;q=0").orElseThrow().withFallback();

        assertThat(languages.wishes()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not a language", "en;q=x", "e", "en;;", "a_b"})
    void whatIsNoLanguageIsNotRead(String text) {
        assertThat(AcceptedLanguages.parse(text)).isEmpty();
    }
}
