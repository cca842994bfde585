package org.hms.rules.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.hms.matching.normalise.Standardiser;
import org.hms.matching.person.Birth;
import org.hms.matching.person.Demographics;
import org.hms.matching.person.Identifier;
import org.hms.matching.person.PartialDate;
import org.hms.matching.person.PersonName;
import org.hms.matching.person.Sex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class QualityPolicyTest {
    private static final QualityPolicy POLICY = new QualityPolicy();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void aWholePersonHasNoFindings() {
        assertThat(findings("Ana", "Benítez Vera", "1990-03-05", "2345671", "0981123456", Sex.FEMALE))
                .isEmpty();
    }

    static Stream<Arguments> amiss() {
        return Stream.of(
                arguments("NN", "NN", "1990-03-05", null, "0981123456", Sex.FEMALE, "QUAL-01", Severity.ERROR),
                arguments("Ana", "Vera Paz", "2031-03-05", "2345671", null, Sex.FEMALE, "QUAL-02", Severity.ERROR),
                arguments("NN", "Vera Paz", "1990-03-05", "2345671", null, Sex.FEMALE, "QUAL-03", Severity.WARNING),
                arguments("RN", "Vera Paz", "2026-10-05", null, null, Sex.MALE, "QUAL-04", Severity.WARNING),
                arguments("Ana", "Vera", "1990-03-05", "2345671", null, Sex.FEMALE, "QUAL-05", Severity.NOTE),
                arguments("Ana", "Vera Paz", "1900-01-01", "2345671", null, Sex.FEMALE, "QUAL-06", Severity.WARNING),
                arguments("Ana", "Vera Paz", "1990-01-01", "2345671", null, Sex.FEMALE, "QUAL-07", Severity.NOTE),
                arguments("Ana", "Vera Paz", "1890-03-05", "2345671", null, Sex.FEMALE, "QUAL-08", Severity.WARNING),
                arguments("Ana", "Vera Paz", "1990-03-05", null, null, Sex.FEMALE, "QUAL-09", Severity.NOTE),
                arguments("Ana", "Vera Paz", "1990-03-05", "9999999", null, Sex.FEMALE, "QUAL-10", Severity.WARNING),
                arguments("Ana", "Vera Paz", "2015-03-05", "2345671", null, Sex.FEMALE, "QUAL-11", Severity.NOTE),
                arguments("Ana", "Vera Paz", "1990-03-05", "2345671", null, Sex.UNKNOWN, "QUAL-12", Severity.NOTE),
                arguments("Ana", "Vera Paz", "1990-03-05", "2345671", "0000", Sex.FEMALE, "QUAL-13", Severity.NOTE));
    }

    @ParameterizedTest
    @MethodSource("amiss")
    void whatIsAmissIsFound(
            String given,
            String family,
            String born,
            String cedula,
            String phone,
            Sex sex,
            String rule,
            Severity severity) {
        assertThat(findings(given, family, born, cedula, phone, sex)).anySatisfy(finding -> {
            assertThat(finding.ruleId()).isEqualTo(rule);
            assertThat(finding.severity()).isEqualTo(severity);
            assertThat(finding.sentence()).isNotBlank();
            assertThat(finding.field()).isNotBlank();
        });
    }

    @Test
    void aWrongCheckDigitIsNoFiller() {
        var findings = findings(List.of(
                new Identifier("https://registry.hms.gov.py/id/cedula", "2345671"),
                new Identifier("https://rnds-fhir.saude.gov.br/NamingSystem/cpf", "529.982.247-24")));

        assertThat(findings).extracting(Finding::ruleId).containsExactly("QUAL-14");
    }

    private static List<Finding> findings(
            String given, String family, String born, String cedula, String phone, Sex sex) {
        return findings(
                PersonName.of(given, family),
                sex,
                born,
                cedula == null ? List.of() : List.of(new Identifier("https://registry.hms.gov.py/id/cedula", cedula)),
                phone == null ? List.of() : List.of(phone));
    }

    private static List<Finding> findings(List<Identifier> identifiers) {
        return findings(PersonName.of("Ana", "Benítez Vera"), Sex.FEMALE, "1990-03-05", identifiers, List.of());
    }

    private static List<Finding> findings(
            PersonName name, Sex sex, String born, List<Identifier> identifiers, List<String> phones) {
        var said = new Demographics(
                List.of(name), sex, Birth.on(PartialDate.parse(born)), identifiers, null, phones, false);
        return POLICY.findings(PersonFacts.of(new Standardiser().standardise(said), TODAY));
    }
}
