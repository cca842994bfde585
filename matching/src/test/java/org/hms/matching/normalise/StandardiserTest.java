package org.hms.matching.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hms.matching.People.demographics;
import static org.hms.matching.People.person;

import java.time.Instant;
import java.time.InstantSource;
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
                "N/A; ''",
                "Unknown; ''",
                "NÃO INFORMADO; ''",
                "sin identificar; ''",
                "xxxxx; ''",
                "NN NN; ''",
                "NN María; maria",
                "Fco. Javier; francisco javier",
                "Jn. Carlos; juan carlos",
                "Juan E.; juan e",
                "J. Carlos; j carlos",
                "Dr. Juan; juan",
                "Pa'i Juan; juan",
                "Van; van",
                "Baby Kumari; baby kumari",
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
                "da Silva; silva; -",
                "Glez. Btez.; gonzalez benitez; -",
                "Sta. Cruz; santacruz; -",
                "Santa Cruz; santacruz; -",
                "O'Leary; o'leary; -",
                "O' Leary; o'leary; -",
                "Mac Donald Vera; macdonald vera; -",
                "González (h); gonzalez; -",
                "González Vera Jr.; gonzalez vera; -",
                "González,NN; gonzalez; -",
                "González NN; gonzalez; -",
                "González Vda.; gonzalez; -",
                "van der Berg; berg; -"
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
            strings = {
                "RN",
                "RN de María",
                "R.N.",
                "Recién nacido",
                "recien nacida de Elena",
                "Hijo de Ana",
                "Bebé",
                "RN1",
                "RN masculino",
                "Baby boy",
                "Baby of Mary",
                "Gemelo 2 de Ana",
                "Recém-nascido de Ana",
                "Niña de Ana"
            })
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
    @ValueSource(strings = {"Baby of Mary", "RN da Mary", "Hijo de Mary"})
    void theMotherIsNamedAfterOfInAnyLanguage(String written) {
        var mother = person(written + "|Vera").mother();

        assertThat(mother).isNotNull();
        assertThat(text(mother.given())).isEqualTo("mary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1900-01-01", "1900", "1850-05-05", "1899-12-30", "9999-12-31", "2999"})
    void datesThatSystemsMakeUpAreMissing(String date) {
        assertThat(person("Ana|Vera|" + date).birthDate()).isNull();
    }

    @Test
    void aBirthToComeIsMissingUntilItsDay() {
        var said = demographics("Ana|Vera|2040-05-05");

        assertThat(on("2040-05-02T12:00:00Z").standardise(said).birthDate()).isNull();
        assertThat(on("2040-05-04T12:00:00Z").standardise(said).birthDate()).isNotNull();
    }

    private static Standardiser on(String instant) {
        return new Standardiser(InstantSource.fixed(Instant.parse(instant)));
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
    @ValueSource(
            strings = {
                "0000",
                "0",
                "9999999",
                "1111111",
                "1234567",
                "123456789",
                "345678",
                "1234567890",
                "7654321",
                "S/N",
                "no tiene"
            })
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
