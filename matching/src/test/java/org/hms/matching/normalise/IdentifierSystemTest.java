package org.hms.matching.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.hms.matching.person.Birth;
import org.hms.matching.person.Demographics;
import org.hms.matching.person.Identifier;
import org.hms.matching.person.Sex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class IdentifierSystemTest {
    private static final Path VECTORS = Path.of("../../shared/data/paraguay/check_digit_vectors.csv");
    private static final String CPF = "https://rnds-fhir.saude.gov.br/NamingSystem/cpf";

    /** Worked by hand from the published rules. */
    @ParameterizedTest
    @CsvSource({
        "RUC, 80012345-0",
        "RUC, 1234567-9",
        "RUC, 2.345.678-7",
        "CPF, 123.456.789-09",
        "CPF, 012.345.678-90",
        "CPF, 987.654.321-00",
        "CNS, 700 0000 0000 0005",
        "CUIL, 20-12345678-6",
        "CUIL, 27-23456789-1",
        "RUN, 12.345.678-5",
        "RUN, 6-k",
        "URUGUAYAN_CEDULA, 1.234.567-2",
        "URUGUAYAN_CEDULA, 123.456-1"
    })
    void aNumberFitsHoweverItIsWritten(IdentifierSystem system, String written) {
        assertThat(system.fits(Numbers.canonical(written))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "RUC, 80012345-1",
        "RUC, 7",
        "CPF, 529.982.247-24",
        "CPF, 111.111.111-11",
        "CPF, 5299822472599",
        "CPF, A",
        "CNS, 700000000000006",
        "CNS, 300000000000000",
        "CNS, 70000000000000",
        "CUIL, 20-12345678-7",
        "CUIL, 40-12345678-6",
        "CUIL, 20-00000001-0",
        "RUN, 12.345.678-K",
        "RUN, K",
        "URUGUAYAN_CEDULA, 1.234.567-3",
        "URUGUAYAN_CEDULA, 12"
    })
    void aNumberThatDoesNotFitIsTold(IdentifierSystem system, String written) {
        assertThat(system.fits(Numbers.canonical(written))).isFalse();
    }

    @Test
    void theKnownVectorsComeOutAsKnown() throws IOException {
        assumeTrue(Files.exists(VECTORS), "Skipped: the shared check digit vectors are not beside the project");
        var lines = Files.readAllLines(VECTORS);
        for (var line : lines.subList(1, lines.size())) {
            var cells = line.split(",", 6);
            var written = cells[4].isEmpty() ? cells[2] + cells[3] : cells[4];
            assertThat(system(cells[1]).fits(Numbers.canonical(written)))
                    .as(line)
                    .isEqualTo(cells[5].equals("valid"));
        }
        assertThat(lines).hasSizeGreaterThan(30);
    }

    private static IdentifierSystem system(String code) {
        return code.equals("CI") ? IdentifierSystem.URUGUAYAN_CEDULA : IdentifierSystem.valueOf(code);
    }

    /** What these rules were made for; elsewhere a remainder written like another, or a weight, lets a few slips escape. */
    @ParameterizedTest
    @EnumSource(
            value = IdentifierSystem.class,
            names = {"CUIL", "RUN"})
    void aSingleWrongDigitIsAlwaysFound(IdentifierSystem system) {
        var random = new SplittableRandom(system.ordinal());
        long least = system == IdentifierSystem.CUIL ? 10_000_000_000L : 100_000_000L;
        int fitting = 0;
        for (int i = 0; i < 5_000; i++) {
            var number = Long.toString(random.nextLong(least, 10 * least));
            if (system.fits(number)) {
                fitting++;
                int at = random.nextInt(number.length());
                char other = (char) ('0' + (number.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
                var wrong = number.substring(0, at) + other + number.substring(at + 1);
                assertThat(system.fits(wrong)).as(number + " as " + wrong).isFalse();
            }
        }
        assertThat(fitting).isGreaterThan(50);
    }

    @Test
    void anIdentifierThatDoesNotFitIsKeptAsSaidButNotCompared() {
        var right = new Identifier(CPF, "529.982.247-25");
        var wrong = new Identifier(CPF, "529.982.247-24");
        var own = new Identifier("cpf", "529.982.247-24");
        var person = new Standardiser()
                .standardise(new Demographics(
                        List.of(), Sex.UNKNOWN, Birth.UNKNOWN, List.of(right, wrong, own), null, List.of(), false));

        assertThat(person.identifiers())
                .containsExactly(new Identifier(CPF, "52998224725"), new Identifier("cpf", "52998224724"));
        assertThat(person.demographics().identifiers()).containsExactly(right, wrong, own);
        assertThat(IdentifierSystem.isMistyped(wrong)).isTrue();
        assertThat(IdentifierSystem.isMistyped(right)).isFalse();
        assertThat(IdentifierSystem.isMistyped(own)).isFalse();
    }
}
