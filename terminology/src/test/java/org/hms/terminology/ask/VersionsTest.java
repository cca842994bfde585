package org.hms.terminology.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionsTest {

    @ParameterizedTest
    @CsvSource({
        "1.0.0, 1.0.0, true",
        "1.0.x, 1.0.7, true",
        "1.x.x, 1.4.7, true",
        "1.x, 1.4.7, false",
        "1.0.x, 1.1.0, false",
        "1.0, 1.0.0, false",
        "2026, 2026-01, true",
        "2, 20, false",
        "http://snomed.info/sct/449081005, http://snomed.info/sct/449081005/version/20260101, true"
    })
    void aVersionFitsWhatIsWanted(String wanted, String version, boolean fits) {
        assertThat(Versions.matches(wanted, version)).isEqualTo(fits);
    }

    @Test
    void numbersAreOrderedAsNumbers() {
        assertThat(List.of("1.10.0", "1.2.0", "1.2", "2026-01", "1.9.0").stream()
                        .sorted(Versions.ORDER))
                .containsExactly("1.2", "1.2.0", "1.9.0", "1.10.0", "2026-01");
        assertThat(Versions.ORDER.compare(null, "1")).isNegative();
    }

    @Test
    void aReleaseOfSnomedCtIsNewerByItsDateAndOneThatIsNotPublishedIsOlderThanAny() {
        var unpublished = "http://snomed.info/xsct/900000000000207008/version/20270101";
        var argentina = "http://snomed.info/sct/11000221109/version/20260531";
        var international = "http://snomed.info/sct/900000000000207008/version/20260101";

        assertThat(List.of(international, unpublished, argentina).stream().sorted(Versions.ORDER))
                .containsExactly(unpublished, international, argentina);
    }
}
