package org.hms.registry.facility;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NameRepairTest {

    @ParameterizedTest
    @CsvSource({
        "USF- VILLA CONSTITUCI”N, USF- VILLA CONSTITUCIÓN",
        "C.S. GUARAMBAR…,         C.S. GUARAMBARÉ",
        "C.E. JOS… ALFONSO GODOY, C.E. JOSÉ ALFONSO GODOY",
        "P.S. CAACUPEMÕ,          P.S. CAACUPEMÍ",
        "USF- JHUGUA JH⁄,         USF- JHUGUA JHÚ",
        "P.S. SAN VICENTE DE PA⁄L,P.S. SAN VICENTE DE PAÚL",
        "USF Ñu Porã,             USF Ñu Porã",
        "PS. MBÕKÃJATY,           PS. MBÕKÃJATY",
    })
    void accentsLostBetweenLatin1AndMacRomanAreGivenBackAndOthersAreLeftAlone(String printed, String repaired) {
        assertThat(NameRepair.repair(printed)).isEqualTo(repaired);
    }

    @ParameterizedTest
    @CsvSource({
        "P.S. CAACUPEMÃ­,                    P.S. CAACUPEMí",
        "H.D. - Ã‘EMBY,                      H.D. - ÑEMBY",
        "C.S. N¬∫ 3 - SANTO DOMINGO SAVIO,   C.S. Nº 3 - SANTO DOMINGO SAVIO",
        "GRÃO PARÁ,                          GRÃO PARÁ",
    })
    void utf8ThatWasReadByteByByteIsReadAgain(String printed, String repaired) {
        assertThat(NameRepair.repair(printed)).isEqualTo(repaired);
    }
}
