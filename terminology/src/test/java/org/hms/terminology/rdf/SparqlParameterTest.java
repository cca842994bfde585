package org.hms.terminology.rdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hms.terminology.rdf.SparqlParameter.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may stand for a variable of a stored query, and the term it becomes. */
class SparqlParameterTest {
    private static final String BASE = "https://example.org/terms/";

    @ParameterizedTest
    @CsvSource({
        "TEXT, \"a\" or 1=1, \"a\" or 1=1",
        "LANGUAGE, es-PY, es-PY",
        "CONCEPT, GN0089, https://example.org/terms/GN0089",
        "NUMBER, -12, \"-12\"^^xsd:integer"
    })
    void aValueBecomesATerm(Kind kind, String value, String term) throws SparqlRefusal {
        assertThat(new SparqlParameter("x", kind).term(value, BASE)).hasToString(term);
    }

    @ParameterizedTest
    @CsvSource({
        "LANGUAGE, ES",
        "LANGUAGE, es PY",
        "CONCEPT, GN0089>",
        "CONCEPT, ../x",
        "NUMBER, 1.5",
        "NUMBER, 12345678901",
        "NUMBER, 1 || true",
        "TEXT, ''"
    })
    void aValueOfAnotherFormIsRefused(Kind kind, String value) {
        assertThatThrownBy(() -> new SparqlParameter("x", kind).term(value, BASE))
                .isInstanceOf(SparqlRefusal.class)
                .hasMessageContaining("The parameter x");
    }

    @Test
    void aTextHasAnEnd() throws SparqlRefusal {
        var parameter = new SparqlParameter("x", Kind.TEXT);

        assertThat(parameter.term("a".repeat(300), BASE).isLiteral()).isTrue();
        assertThatThrownBy(() -> parameter.term("a".repeat(301), BASE)).isInstanceOf(SparqlRefusal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "X", "1x", "a b", "a?", "abcdefghijabcdefghijabcdefghijk"})
    void aNameIsThatOfAVariable(String name) {
        assertThatThrownBy(() -> new SparqlParameter(name, Kind.TEXT)).isInstanceOf(IllegalArgumentException.class);
    }
}
