package org.hms.terminology.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuaraniMorphologyTest {

    @ParameterizedTest
    @CsvSource({
        "inakanundu, akanundu",
        "chepya, pya",
        "inakarasyeterei, akarasy",
        "denguegui, dengue",
        "dengupe, dengu",
        "tasyope, tasyo",
        "rumby, tumby",
        "hesa, tesa",
        "ryerasy, tyerasy",
        "onevacuna, vacuna",
        "ndahasyi, hasy",
        "tyeguasupe, tyeguasu",
    })
    void aStemIsAmongTheProposals(String written, String stem) {
        assertThat(stems(written)).contains(stem);
    }

    @Test
    void theWordForChildlessIsNeverTakenForChild() {
        assertThat(stems("membyy")).doesNotContain("memby");
        assertThat(PhoneticKey.of("membyy")).isNotEqualTo(PhoneticKey.of("memby"));
    }

    @Test
    void aStemHasAtLeastTwoLettersAndKeepsItsMarks() {
        assertThat(stems("chepo")).contains("po").allMatch(stem -> stem.length() >= 2);
        assertThat(GuaraniMorphology.stems(Spelling.of("akãnguera", "akanguera"), false))
                .filteredOn(stem -> stem.form().equals("aka"))
                .singleElement()
                .satisfies(stem -> assertThat(stem.strict()).isEqualTo("akã"))
                .satisfies(stem -> assertThat(stem.trust()).isGreaterThan(0.9));
    }

    @ParameterizedTest
    @CsvSource({"ndakei, key", "ndovyai, vyay", "ndahechai, hechay", "ndakarusei, karusey", "ndahechavei, hechay"})
    void aDeniedVerbSaysWhatThePrivativeSays(String denied, String privative) {
        assertThat(stems(denied)).contains(privative);
    }

    @Test
    void whatCannotBeDoneIsLacking() {
        assertThat(GuaraniMorphology.stems(Spelling.of("ake", "ake"), true))
                .extracting(Stem::strict)
                .contains("keʼỹ");
        assertThat(stems("ake")).doesNotContain("key");
    }

    @Test
    void wordsThatOnlyLookRelationalStayAsTheyAre() {
        assertThat(RelationalNouns.otherForms("tos")).isEmpty();
        assertThat(RelationalNouns.otherForms("tatu")).isEmpty();
    }

    private static List<String> stems(String folded) {
        return GuaraniMorphology.stems(Spelling.of(folded, folded), false).stream()
                .map(Stem::form)
                .toList();
    }
}
