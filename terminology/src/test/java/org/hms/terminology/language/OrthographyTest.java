package org.hms.terminology.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrthographyTest {

    @ParameterizedTest
    @ValueSource(strings = {"hu'u", "hu’u", "hu‘u", "huʼu", "hu`u", "hu´u", "huꞌu", "HU'U", "hú'u"})
    void everyPusoIsThePuso(String written) {
        assertThat(Orthography.strict(written)).isEqualTo("huʼu");
    }

    @ParameterizedTest
    @ValueSource(strings = {"akã", "akâ", "akä", "akà", "aka~", "aka\u0303", "AKÃ", "aká\u0303"})
    void everyNasalVowelIsTheNasalVowel(String written) {
        assertThat(Orthography.strict(written)).isEqualTo("akã");
    }

    @Test
    void theNasalGHasNoPrecomposedForm() {
        assertThat(Orthography.strict("hag̃ua")).isEqualTo(Orthography.strict("haĝua"));
        assertThat(Orthography.folded(Orthography.strict("hag̃ua"))).isEqualTo("hagua");
    }

    @ParameterizedTest
    @ValueSource(strings = {"akanundu", "akãnundu", "akânundu", "akänundu", "Akãnundu"})
    void feverIsOneWordWhenFolded(String written) {
        assertThat(Orthography.folded(Orthography.strict(written))).isEqualTo("akanundu");
    }

    @ParameterizedTest
    @ValueSource(strings = {"puruʼã", "memby'ỹ", "ñe'ẽngu", "hag̃ua", "«ohéo»", "\uD83E\uDD12 tos", ""})
    void foldingWhatIsFoldedChangesNothing(String written) {
        var once = Orthography.strict(written);

        assertThat(Orthography.strict(once)).isEqualTo(once);
        assertThat(Orthography.folded(Orthography.folded(once))).isEqualTo(Orthography.folded(once));
        assertThat(Normalizer.isNormalized(once, Normalizer.Form.NFC)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"pÿ'a, pyʼa", "pĭ'a, pyʼa"})
    void theOlderSixthVowelIsY(String written, String today) {
        assertThat(Orthography.strict(written)).isEqualTo(today);
    }

    @ParameterizedTest
    @CsvSource({"-šatič, -shatich", "dʒɨwa, jywa", "kʷã, kua", "aktoŋ, aktong", "tʃãʔã, chaa", "-tɔsex, -tosex"})
    void phoneticSignsAreWrittenAsPeopleWriteTheSounds(String transcribed, String written) {
        assertThat(Orthography.folded(Orthography.strict(transcribed))).isEqualTo(written);
    }

    @Test
    void invisibleCharactersVanish() {
        assertThat(Orthography.strict("aka\u00ADnun\u200Bdu")).isEqualTo("akanundu");
    }
}
