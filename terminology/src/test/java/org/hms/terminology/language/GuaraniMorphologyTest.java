package org.hms.terminology.language;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(GuaraniMorphology.stems(written)).contains(stem);
    }

    @Test
    void theWordForChildlessIsNeverTakenForChild() {
        assertThat(GuaraniMorphology.stems("membyy")).doesNotContain("memby");
        assertThat(PhoneticKey.of("membyy")).isNotEqualTo(PhoneticKey.of("memby"));
    }

    @Test
    void aStemHasAtLeastThreeLetters() {
        assertThat(GuaraniMorphology.stems("chepo")).allMatch(stem -> stem.length() >= 3);
    }

    @Test
    void wordsThatOnlyLookRelationalStayAsTheyAre() {
        assertThat(RelationalNouns.otherForms("tos")).isEmpty();
        assertThat(RelationalNouns.otherForms("tatu")).isEmpty();
    }
}
