package org.hms.terminology.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodePatternTest {

    @ParameterizedTest
    @CsvSource({
        "R50.*, R50.9, true",
        "R50.*, AR50, false",
        "^R50$, R50, true",
        "'[A-Z]\\d{2}(\\.\\d)?', R50.9, true",
        "'[A-Z]\\d{2}(\\.\\d)?', R50x9, false",
        "(?:a|b)c, bc, true",
        "'[^ \\t\\r\\n\\f]{4}[0-9]', code1, true",
        "'[^ \\t\\r\\n\\f]{4}[0-9]', co e1, false",
        "'a\\\\t', 'a\\t', true",
        "a@b, axb, false",
        "'', '', true"
    })
    void theWholeCodeMatches(String expression, String code, boolean matches) {
        assertThat(CodePattern.of(expression).matches(code)).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+", "((a+)+)+", "(a|a)*", "(a|aa)+", "(.*a){12}", "(x+x+)+y"})
    void noExpressionTakesLongOverALongCode(String bomb) {
        var code = "a".repeat(50_000) + "!";

        assertThat(CodePattern.of(bomb).matches(code)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[a-", "a{1,99999}{1,99999}", "(?=a)b", "(?i)a", "(((("})
    void whatCannotBeReadOnceIsRefused(String expression) {
        assertThatThrownBy(() -> CodePattern.of(expression)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aVeryLongExpressionIsRefused() {
        assertThatThrownBy(() -> CodePattern.of("(".repeat(600) + "a" + ")".repeat(600)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
