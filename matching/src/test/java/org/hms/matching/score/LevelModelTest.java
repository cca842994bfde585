package org.hms.matching.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LevelModelTest {

    private enum Colour {
        SAME_SHADE,
        ELSE
    }

    private static final String YAML = """
            version: colours-1
            prior_probability: 0.5
            thresholds: { link: 2, review: 0, margin: 1 }
            comparisons:
              colour:
                levels:
                  same-shade: { m: 0.8, u: 0.1, tf: 0.5 }
                  else:       { m: 0.2, u: 0.9 }
            """;

    @Test
    void aLevelWeighsTheLogarithmOfMByUAndItsShareOfTheRarity() {
        var evidence = read(YAML).evidence("colour", Colour.SAME_SHADE, 2);

        assertThat(evidence.level()).isEqualTo("same-shade");
        assertThat(evidence.weight()).isCloseTo(3 + 1, within(1e-9));
        assertThat(evidence.termFrequencyAdjustment()).isEqualTo(1);
    }

    @Test
    void theWeightIsPriorAndEvidence() {
        var model = read(YAML);
        var score = model.score(List.of(model.evidence("colour", Colour.SAME_SHADE, 0), Evidence.missing("form")));

        assertThat(score.weight()).isCloseTo(3, within(1e-9));
        assertThat(score.grade()).isEqualTo(MatchGrade.CERTAIN);
        assertThat(model.version()).isEqualTo("colours-1");
    }

    @Test
    void aModelThatLacksALevelOrSumsWronglyIsRefusedByItsKey() {
        assertThatThrownBy(() -> read(YAML.replace("      else:", "      other:")))
                .isInstanceOf(InvalidModel.class)
                .hasMessageContaining("colour.levels.other");
        assertThatThrownBy(() -> read(YAML.replace("m: 0.8", "m: 0.5")))
                .isInstanceOf(InvalidModel.class)
                .hasMessageContaining("colour.levels");
        assertThatThrownBy(() -> read(YAML.replace("0.5\nthresholds", "1.5\nthresholds")))
                .isInstanceOf(InvalidModel.class)
                .hasMessageContaining("prior_probability");
    }

    private static LevelModel read(String yaml) {
        return LevelModel.read(
                new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)),
                Map.of("colour", List.of(Colour.values())));
    }
}
