package org.hms.registry.territory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NameFoldingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    C.S. GUARAMBARÉ        | c s guarambare
                    Mby'a                  | mbya
                    Mby´a                  | mbya
                    Mby’a                  | mbya
                    Paĩ Tavyterã           | pai tavytera
                    g̃uahẽ                 | guahe
                    H.D.- CARAPEGUÁ        | h d carapegua
                    Ñeembucú               | neembucu
                    100% de la Fundación_2 | 100 de la fundacion 2
                    %                      | ""
                    """)
    void aNameIsComparedByItsLettersAndDigitsAlone(String name, String folded) {
        assertThat(NameFolding.fold(name)).isEqualTo(folded);
    }
}
