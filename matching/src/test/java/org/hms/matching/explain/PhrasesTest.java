package org.hms.matching.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hms.matching.score.Evidence;
import org.hms.matching.score.MatchModel;
import org.hms.matching.score.TextComparison;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class PhrasesTest {
    private static final int FITS_THE_CHART = 60;
    private static final Path SHIPPED = Path.of("../config/match-model.yml");
    private static final Path START = Path.of("src/main/resources/org/hms/matching/batch/start-model.yml");

    /** The start model has a comparison that stands for columns of text; it is no model until a file names them. */
    private static Stream<String[]> levels() throws java.io.IOException {
        var start = new com.fasterxml.jackson.dataformat.yaml.YAMLMapper().readTree(START.toFile());
        var started = start.path("comparisons").properties().stream()
                .flatMap(comparison -> comparison.getValue().path("levels").properties().stream()
                        .flatMap(level -> (comparison.getKey().equals("text")
                                        ? TextComparison.KINDS.stream().map(kind -> kind + "column")
                                        : Stream.of(comparison.getKey()))
                                .map(name -> new String[] {name, level.getKey()})));
        var shipped = MatchModel.read(SHIPPED).comparisons().stream()
                .flatMap(comparison ->
                        comparison.levels().stream().map(level -> new String[] {comparison.name(), level.name()}));
        var ofThePair =
                List.of(new String[] {"kinship", "any"}, new String[] {"name-order", "changed-over"}, new String[] {
                    "name-order", "else"
                });
        return Stream.of(shipped, started, ofThePair.stream()).flatMap(all -> all);
    }

    @ParameterizedTest
    @EnumSource
    void everyLevelOfTheModelsWeShipHasItsSentence(Language language) throws java.io.IOException {
        var phrases = Phrases.in(language);

        assertThat(levels()).hasSizeGreaterThan(80).allSatisfy(level -> {
            assertThat(phrases.names(level[0], level[1]))
                    .as(level[0] + "/" + level[1])
                    .isTrue();
            assertThat(phrases.sentence(level[0], level[1])).hasSizeLessThan(FITS_THE_CHART);
        });
    }

    @Test
    void aLevelNobodyNamedIsSaidByItsOwnName() {
        assertThat(Phrases.in(Language.SPANISH).sentence("surnames", "novel")).isEqualTo("Apellidos: nivel novel");
        assertThat(Phrases.in(Language.SPANISH).sentence("blood-group", Evidence.MISSING))
                .isEqualTo("blood-group: falta en algún registro");
    }

    @Test
    void aColumnOfTextIsNamedByItsKindAndItself() {
        assertThat(Phrases.in(Language.SPANISH).sentence("place-suburb", "close"))
                .isEqualTo("Lugar (suburb): se parece");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"9.28; +9,3; +9.3", "-4.11; −4,1; −4.1", "-0.01; 0,0; 0.0", "0.0; 0,0; 0.0", "10; +10,0; +10.0"})
    void bitsHaveASignAndOnePlace(double bits, String spanish, String english) {
        assertThat(Phrases.in(Language.SPANISH).bits(bits)).isEqualTo(spanish);
        assertThat(Phrases.in(Language.ENGLISH).bits(bits)).isEqualTo(english);
    }

    @Test
    void noProbabilityIsCertain() {
        assertThat(Phrases.in(Language.SPANISH).probability(1)).isEqualTo("de más del 99,99 %");
        assertThat(Phrases.in(Language.ENGLISH).probability(0)).isEqualTo("less than 0.01 %");
        assertThat(Phrases.in(Language.SPANISH).probability(0.5)).isEqualTo("del 50,00 %");
    }
}
