package org.hms.registry.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.hms.registry.fhir.SearchTerm.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTermTest {
    private static final ZoneId ASUNCION = ZoneId.of("America/Asuncion");

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        name                              | name         | -                                 | -          | name
        name:contains                     | name         | contains                          | -          | name
        practitioner.identifier           | practitioner | -                                 | identifier | practitioner.identifier
        location.name:contains            | location     | contains                          | name       | location.name
        _has:PractitionerRole:location:x  | _has         | PractitionerRole:location:x       | -          | _has
        """)
    void aKeyIsNameModifierAndChain(String key, String name, String modifier, String chain, String declared) {
        var term = SearchTerm.of(key, "x");

        assertThat(term.name()).isEqualTo(name);
        assertThat(term.modifier()).isEqualTo(modifier);
        assertThat(term.chain()).isEqualTo(chain);
        assertThat(term.declaredName()).isEqualTo(declared);
    }

    @Test
    void commasPartAlternativesUnlessEscaped() {
        assertThat(SearchTerm.of("name", "a,b\\,c,d\\\\").values()).containsExactly("a", "b,c", "d\\");
    }

    @Test
    void aBarPartsSystemAndCodeUnlessEscaped() {
        assertThat(SearchTerm.of("identifier", "http://s|1,|2,3,s|a\\|b").tokens())
                .containsExactly(
                        new Token("http://s", "1"), new Token("", "2"), new Token(null, "3"), new Token("s", "a|b"));
    }

    @ParameterizedTest
    @CsvSource({
        "2020, EQ, 2020-01-01T03:00:00Z, 2021-01-01T03:00:00Z",
        "ge2020-02, GE, 2020-02-01T03:00:00Z, 2020-03-01T03:00:00Z",
        "lt2020-02-29, LT, 2020-02-29T03:00:00Z, 2020-03-01T03:00:00Z",
        "2020-02-29T10:30, EQ, 2020-02-29T13:30:00Z, 2020-02-29T13:31:00Z",
        "2020-02-29T10:30:05Z, EQ, 2020-02-29T10:30:05Z, 2020-02-29T10:30:06Z"
    })
    void aDateOfAnyPrecisionIsASpan(String value, Prefixed.Comparison comparison, Instant start, Instant end) {
        var prefixed = SearchTerm.of("date", value).prefixed().getFirst();

        assertThat(prefixed.comparison()).isEqualTo(comparison);
        assertThat(prefixed.span(ASUNCION)).isEqualTo(new Prefixed.Span(start, end));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abcd", "2020-13", "2020-02-30", "x", "99999999999999999999"})
    void whatIsNoDateIsRefusedByTheNameOfItsParameterOnly(String value) {
        var prefixed = SearchTerm.of("date", value).prefixed().getFirst();

        assertThatThrownBy(() -> prefixed.span(ASUNCION))
                .isInstanceOf(FhirProblem.class)
                .hasMessageContaining("date")
                .hasMessageNotContaining(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e1000000", "a", "", "NaN"})
    void whatIsNoNumberIsRefused(String value) {
        assertThatThrownBy(
                        () -> SearchTerm.of("near", value).prefixed().getFirst().number())
                .isInstanceOf(FhirProblem.class);
    }
}
