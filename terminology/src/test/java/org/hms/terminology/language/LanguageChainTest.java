package org.hms.terminology.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LanguageChainTest {

    @Test
    void paraguayanGuaraniFallsBackOnGuaraniThenOnParaguaysSpanish() {
        assertThat(LanguageChain.of("gug")).containsExactly("gug", "gn", "es-PY", "es", "en");
        assertThat(LanguageChain.of("gug-PY-x-jopara"))
                .startsWith("gug-PY-x-jopara", "gug-PY-x", "gug-PY", "gug", "gn");
    }

    @Test
    void whoAsksInNoLanguageIsServedByAll() {
        assertThat(LanguageChain.fit(null, "cag")).isEqualTo(1);
    }

    @Test
    void mbyaIsARelativeOfGuaraniAndNivacleAStranger() {
        assertThat(LanguageChain.fit("gn", "gun")).isBetween(0.9, 0.99);
        assertThat(LanguageChain.fit("gn", "cag")).isZero();
        assertThat(LanguageChain.fit("gn", "es")).isBetween(0.9, 0.99);
    }
}
