package org.hms.matching.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hms.matching.People.demographics;
import static org.hms.matching.People.person;

import org.hms.matching.person.Identifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StandardiserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Ma. Elena; maria elena",
                "Mª; maria",
                "MARÍA DE LOS ÁNGELES; maria angeles",
                "Ña Petrona; petrona",
                "Juan-Carlos; juan carlos",
                "NN; ''",
                "sin nombre; ''",
                "S/N; ''",
                "José; jose"
            })
    void givenNamesAreTakenApart(String written, String words) {
        assertThat(text(name(person(written + "|Vera")).given())).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "González,Vera; gonzalez vera; -",
                "González Vera; gonzalez vera; -",
                "González-Vera; gonzalez vera; -",
                "de la Cruz,del Valle; cruz valle; -",
                "San Martín Vera; sanmartin vera; -",
                "San Martín,Vera; sanmartin vera; -",
                "González de Benítez; gonzalez; benitez",
                "González,Vera de Benítez; gonzalez vera; benitez",
                "González Vda. de Benítez; gonzalez; benitez",
                "González de la Cruz; gonzalez cruz; -",
                "da Silva; silva; -"
            })
    void surnamesKeepTheirOrderAndTheHusbandsStandsApart(String written, String surnames, String married) {
        var name = name(person("Ana|" + written + "|-|F"));

        assertThat(text(name.family())).isEqualTo(surnames);
        assertThat(name.married() == null ? "-" : name.married().exact()).isEqualTo(married);
    }

    @Test
    void aMansDeIsNoMarriage() {
        assertThat(text(name(person("Juan|González de León|-|M")).family())).isEqualTo("gonzalez leon");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"RN", "RN de María", "R.N.", "Recién nacido", "recien nacida de Elena", "Hijo de Ana", "Bebé"})
    void aNewbornsPlaceholderIsNoName(String written) {
        var newborn = person(written + "|Vera|2026-02-03");

        assertThat(newborn.newborn()).isTrue();
        assertThat(name(newborn).given().isEmpty()).isTrue();
    }

    @Test
    void aNewbornNamedAfterItsMotherNamesTheMother() {
        var mother = person("RN de María Elena|Vera").mother();

        assertThat(mother).isNotNull();
        assertThat(text(mother.given())).isEqualTo("maria elena");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1900-01-01", "1900", "1850-05-05"})
    void datesThatSystemsMakeUpAreMissing(String date) {
        assertThat(person("Ana|Vera|" + date).birthDate()).isNull();
    }

    @Test
    void theFirstOfJanuaryIsFlagged() {
        var date = person("Ana|Vera|1980-01-01").birthDate();

        assertThat(date).isNotNull();
        assertThat(date.isFirstOfJanuary()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2.345.671, 2345671", "' 2 345 671 ', 2345671", "02345671, 2345671", "2345671a, 2345671A"})
    void aCedulaIsItsDigits(String written, String number) {
        assertThat(person("Ana|Vera|-|-|" + written).identifiers())
                .extracting(Identifier::value)
                .containsExactly(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000", "0", "9999999", "1111111", "1234567", "S/N", "no tiene"})
    void numbersThatFillAFieldAreDropped(String written) {
        assertThat(person("Ana|Vera|-|-|" + written).identifiers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0981 123 456", "+595 981 123456", "595981123456", "(0981) 123-456", "00595 981 123456"})
    void aPhoneIsItsNationalNumber(String written) {
        assertThat(person("Ana|Vera|-|-|-|-|" + written).phones()).containsExactly("981123456");
    }

    @Test
    void whatTheSourceSaidIsKept() {
        var line = "MA. ELENA|GONZALEZ|1990|F|1.234|0101|0981123456|Ana Vera";

        assertThat(person(line).demographics()).isEqualTo(demographics(line));
    }

    private static ComparableName name(ComparablePerson person) {
        return person.names().getFirst();
    }

    private static String text(Words words) {
        return String.join(" ", words.each().stream().map(Word::exact).toList());
    }
}
