package org.hms.matching.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hms.matching.People.MATCHER;
import static org.hms.matching.People.person;

import org.hms.matching.VariedPeople;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each level of each comparison, by two people that reach it. */
final class ComparisonsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "María Elena; MARIA ELENA; exact",
                "Ana; Aña; unaccented",
                "Pepe; José; hypocoristic",
                "Malena; María Elena; hypocoristic",
                "María; María Elena; subset",
                "Elena María; María Elena; subset",
                "Fernanda; Fernandaa; close",
                "Osvaldo; Osvald; close",
                "Hugo; Ugo; same-sound",
                "María José; María Elena; one-shared",
                "Ana; Petrona; else",
                "-; Petrona; null",
                "NN; NN; null"
            })
    void givenNames(String left, String right, String level) {
        assertLevel("given-name", left + "|Vera", right + "|Vera", level);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "González,Vera; GONZALEZ VERA; both",
                "Núñez,Vera; Nunez,Vera; both-unaccented",
                "González,Vera; Vera,González; swapped",
                "Gonzálezvera; González,Vera; collapsed",
                "González; González,Vera; first-equal-second-missing",
                "González; González; first-equal-second-missing",
                "González,Vera; González,Bera; first-equal-second-fuzzy",
                "González,Vera; Gonsales,Vera; second-equal-first-fuzzy",
                "González,Benítez; Gonsales,Venites; both-fuzzy",
                "Gonsales; González,Vera; first-fuzzy-second-missing",
                "González,Vera; Rojas,Vera; one-in-common",
                "Vera; González,Vera; one-in-common",
                "González de Paz; Paz; married",
                "González,Vera; Rojas,Duarte; else",
                "-; Vera; null"
            })
    void surnames(String left, String right, String level) {
        assertLevel("surnames", "Ana|" + left + "|-|F", "Ana|" + right + "|-|F", level);
    }

    @ParameterizedTest
    @CsvSource({
        "1990-03-05, 1990-03-05, exact",
        "1990-01-01, 1990-01-01, exact-first-of-january",
        "1990-03-05, 1990-05-03, day-month-swapped",
        "1990-03-05, 1990-03-06, one-digit",
        "1990-03-05, 1980-03-05, one-digit",
        "1978-03-05, 1987-03-05, one-digit",
        "1990-03-12, 1990-03-21, one-digit",
        "1990, 1990-03-05, as-far-as-known",
        "1990-03, 1990-03-05, as-far-as-known",
        "1990-01-01, 1990-06-17, as-far-as-known",
        "1990-03-05, 1990-03-17, same-month-and-year",
        "1990-03-05, 1990-11-05, same-day-and-year",
        "1990-03-17, 1985-03-17, same-day-and-month",
        "1990-01-01, 1985-01-01, within-ten-years",
        "1990-03-05, 1990-11-17, same-year",
        "1990-11-05, 1991-03-17, within-a-year",
        "1990-03-05, 1996-11-17, within-ten-years",
        "1990-03-05, 1956-11-17, else",
        "-, 1990-03-05, null",
        "1900-01-01, 1900-01-01, null"
    })
    void birthDates(String left, String right, String level) {
        assertLevel("birth-date", "Ana|Vera|" + left, "Ana|Vera|" + right, level);
    }

    @ParameterizedTest
    @CsvSource({"F, F, equal", "F, M, else", "-, M, null"})
    void sexes(String left, String right, String level) {
        assertLevel("sex", "Ana|Vera|-|" + left, "Ana|Vera|-|" + right, level);
    }

    @ParameterizedTest
    @CsvSource({
        "2.345.671, 2345671, same",
        "2345671, 2345617, one-edit",
        "2345671, 4111222, conflict",
        "-, 4111222, null",
        "9999999, 9999999, null"
    })
    void identifiers(String left, String right, String level) {
        assertLevel("identifiers", "Ana|Vera|-|-|" + left, "Ana|Vera|-|-|" + right, level);
    }

    @ParameterizedTest
    @CsvSource({"0101, 0101, same-district", "0101, 0102, same-department", "0101, 0201, else", "-, 0101, null"})
    void districts(String left, String right, String level) {
        assertLevel("district", "Ana|Vera|-|-|-|" + left, "Ana|Vera|-|-|-|" + right, level);
    }

    @ParameterizedTest
    @CsvSource({"0981123456, +595981123456, equal", "0981123456, 0971123456, else", "-, 0971123456, null"})
    void phones(String left, String right, String level) {
        assertLevel("phone", "Ana|Vera|-|-|-|-|" + left, "Ana|Vera|-|-|-|-|" + right, level);
    }

    @ParameterizedTest
    @CsvSource({
        "María Vera, Ma. Vera, equal",
        "María Vera, María Bera, similar",
        "María Vera, Petrona Vera, else",
        "-, María Vera, null"
    })
    void mothers(String left, String right, String level) {
        assertLevel("mother", "Ana|Vera|-|-|-|-|-|" + left, "Ana|Vera|-|-|-|-|-|" + right, level);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Ramón|Benítez; Benítez|Ramón; changed-over",
                "Ramón Hugo|Benítez,Paz; Venites|Ramón; changed-over",
                "Ramón|Benítez; Petrona|Duarte; else",
                "Ramón|Benítez; Ramón|Duarte; null",
                "Ramón|Benítez; Petrona|Benítez; null",
                "Ramón|-; Benítez|Ramón; null"
            })
    void namesInEachOthersPlace(String left, String right, String level) {
        var score = VariedPeople.START.score(person(left), person(right));

        assertThat(score.part("name-order").level()).isEqualTo(level);
    }

    @Test
    void aRareSurnameSaysMoreThanACommonOne() {
        var common = surnames("González,Benítez");
        var rare = surnames("Zárate,Wasmosy");

        assertThat(common.level()).isEqualTo(rare.level()).isEqualTo("both");
        assertThat(common.termFrequencyAdjustment()).isNegative();
        assertThat(rare.termFrequencyAdjustment()).isPositive();
        assertThat(rare.weight() - rare.termFrequencyAdjustment())
                .isEqualTo(common.weight() - common.termFrequencyAdjustment());
    }

    private static Evidence surnames(String both) {
        var person = person("Ana|" + both);
        return MATCHER.score(person, person).part("surnames");
    }

    private static void assertLevel(String comparison, String left, String right, String level) {
        var a = person(left);
        var b = person(right);
        assertThat(MATCHER.score(a, b).part(comparison).level()).isEqualTo(level);
        assertThat(MATCHER.score(b, a).part(comparison))
                .isEqualTo(MATCHER.score(a, b).part(comparison));
    }
}
