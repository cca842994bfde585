package org.hms.registry.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NameReadingTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "H.D.- CARAPEGUA, HD, carapegua",
                "HD Carapeguá, HD, carapegua",
                "Hospital Distrital de Carapeguá, HD, carapegua",
                "H. D. CARAPEGUA, HD, carapegua",
                "HMI-LIMPIO, HMI, limpio",
                "HOSPITAL LOMA PYTA - MATERNO INFANTIL, HMI, loma pyta",
                "HGMI- SAN PABLO, HGMI, san pablo",
                "USF.SAN LUIS, USF, san luis",
                "U.S.F. San Luis, USF, san luis",
                "Unidad de Salud de la Familia San Luis, USF, san luis",
                "P. S. SALVADOR DEL MUNDO, PS, salvador mundo",
                "P.MUNI NRO 2 YATAITY, PM, yataity",
                "H.D.- FDO. DE LA MORA, HD, fernando mora",
                "H.D. - GRAL. AQUINO, HD, general aquino",
                "USF- STA. ANA - ESTANDAR, USF, santa ana",
                "H.D. - MA. AUXILIADORA, HD, maria auxiliadora",
                "C.S. GUARAMBAR…, CS, guarambare",
                "H. DE TRAUMA MANUEL GIAGNI, H, trauma manuel giagni",
                "HMI - M. R. ALONSO, HMI, m r alonso",
                "USF- CONAVI KM 25 MBO-Y, USF, conavi mboy",
                "CARMEN DEL PARANA, , carmen parana",
            })
    void whatAFacilityIsAndHowItIsCalledIsReadFromItsName(String printed, String type, String core) {
        var read = NameReading.read(printed);

        assertThat(read.types()).isEqualTo(type == null ? Set.of() : Set.of(type));
        assertThat(String.join(" ", read.core())).isEqualTo(core);
    }

    @ParameterizedTest
    @CsvSource({
        "USF- ACHUCARRO II, 2",
        "USF- 29 DE SETIEMBRE 2, 2 29",
        "USF- 29 DE SETIEMBRE II, 2 29",
        "PS. 1RO. DE MARZO, 1",
        "PS Primero de Marzo, 1",
        "USF San Juan, ''",
    })
    void numbersAreOneThingHoweverTheyAreWritten(String printed, String numbers) {
        var read = NameReading.read(printed).numbers().stream()
                .sorted()
                .map(String::valueOf)
                .toList();

        assertThat(String.join(" ", read)).isEqualTo(numbers);
    }

    @Test
    void theNumberOfARoadOrAHouseIsNoneOfTheName() {
        var read = NameReading.read("USF- NIÑO SALVADOR DEL MUNDO KM21 RUTA 1");

        assertThat(read.placing()).containsExactlyInAnyOrder(21, 1);
        assertThat(read.numbers()).isEmpty();
        assertThat(NameReading.read("CS NRO 7 BARRIO FATIMA").placing()).containsExactly(7);
        assertThat(NameReading.read("C.S. N¬∫ 3 - SANTO DOMINGO SAVIO").placing())
                .containsExactly(3);
        assertThat(NameReading.read("USF- DIVINO NIÑO JESUS 5TA.CÑIA").placing())
                .containsExactly(5);
    }

    @Test
    void whatStandsInBracketsOrBehindADashMayBeANameOfItsOwn() {
        assertThat(NameReading.read("CS NRO 9 BERNARDINO CABALLERO (SAG. CORAZON DE JESUS)")
                        .aliases())
                .contains(List.of("sagrado", "corazon", "jesus"));
    }

    @Test
    void aNameThatOnlySaysWhatItIsIsStillAName() {
        assertThat(NameReading.read("HOSPITAL DISTRITAL").core()).containsExactly("hospital", "distrital");
    }
}
