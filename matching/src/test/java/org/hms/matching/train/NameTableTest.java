package org.hms.matching.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.hms.matching.People;
import org.junit.jupiter.api.Test;

final class NameTableTest {

    @Test
    void aForeignFilesNamesStandOnTheFileAlone() {
        var national = Map.of("gonzalez", 0.05);

        var foreign = NameTable.blended("surnames", Map.of("smith", 300L, "jones", 700L), national);
        var own = NameTable.blended("surnames", Map.of("gonzalez", 10L), national);

        assertThat(foreign.shares().get("jones")).isCloseTo(0.7, within(1e-9));
        assertThat(own.shares().get("gonzalez")).isLessThan(0.06);
    }

    @Test
    void eachRecordsNamesAreCountedAndCompoundGivenNamesAreOne() {
        var table = People.table(People.people("""
                María Elena|Vera,Wxyz
                María Elena|Wxyz,Qrst
                Ana|-
                """));

        assertThat(NameTable.of("given-name", table).fileNames()).isEqualTo(3);
        assertThat(NameTable.of("surnames", table).fileNames()).isEqualTo(4);
        assertThat(NameTable.of("surnames", table).shares().get("wxyz"))
                .isEqualTo(2 * NameTable.of("surnames", table).shares().get("qrst"));
    }
}
