package org.hms.matching.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MatchModelTest {
    private static final Path SHIPPED = Path.of("../config/match-model.yml");

    @Test
    void theShippedModelReads() {
        var model = MatchModel.read(SHIPPED);

        assertThat(model.version()).isNotBlank();
        assertThat(model.hash()).matches("[0-9a-f]{64}");
        assertThat(model.comparisons()).hasSize(8);
        assertThat(model.blockingRules()).isNotEmpty();
        assertThat(model.thresholds().linkWeight())
                .isGreaterThan(model.thresholds().reviewWeight());
    }

    @Test
    void inTheShippedModelElseSpeaksAgainstAndTheFirstLevelFor() {
        for (var comparison : MatchModel.read(SHIPPED).comparisons()) {
            assertThat(comparison.levels().getFirst().weight())
                    .as(comparison.name())
                    .isPositive();
            assertThat(comparison.levels().getLast().weight())
                    .as(comparison.name())
                    .isNegative();
        }
    }

    @Test
    void anyChangeOfTheFileIsAnotherHash() throws IOException {
        var changed = read(shipped() + "\n# a comment\n");

        assertThat(changed.hash()).isNotEqualTo(MatchModel.read(SHIPPED).hash());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "version:; verzion:; model.verzion",
                "prior_probability: 1.0e-6; prior_probability: 2; prior_probability",
                "link: 8.0; link: -3; thresholds",
                "link: 8.0; link: eight; model.thresholds.link",
                "given-name:; givenname:; model.comparisons.givenname",
                "hypocoristic: {m: 0.025; hypocoristic: {m: 0.925; model.comparisons.given-name.levels",
                "hypocoristic: {m: 0.025; hypocoristic: {m: 0; model.comparisons.given-name.levels.hypocoristic",
                "same-sound: ; samesound: ; model.comparisons.given-name.levels.samesound",
                "fields: [identifier]; fields: [passport]; model.blocking.0.fields",
                "rule: surname-date; rule: identifier; model.blocking.1",
                "comparisons:; comparisons: [; file"
            })
    void aFaultIsRefusedAndTheKeyIsNamed(String right, String wrong, String key) throws IOException {
        var text = shipped();
        assertThat(text).contains(right);

        assertThatThrownBy(() -> read(text.replaceFirst(java.util.regex.Pattern.quote(right), wrong)))
                .isInstanceOf(InvalidModel.class)
                .hasMessageContaining(key);
    }

    private static String shipped() throws IOException {
        return Files.readString(SHIPPED);
    }

    private static MatchModel read(String yaml) {
        return MatchModel.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
