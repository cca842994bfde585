package org.hms.matching.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.hms.matching.People;
import org.hms.matching.RandomPeople;
import org.hms.matching.score.Evidence;
import org.hms.matching.score.MatchGrade;
import org.hms.matching.score.MatchScore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ExplanationTest {
    private static final Phrases SPANISH = Phrases.in(Language.SPANISH);

    private static MatchScore score(String table) {
        var people = People.people(table);
        return People.MATCHER.model().score(people.getFirst(), people.getLast());
    }

    private static MatchScore made(double prior, Evidence... parts) {
        double weight = prior;
        for (var part : parts) {
            weight += part.weight();
        }
        return new MatchScore(prior, List.of(parts), weight, 1 / (1 + Math.pow(2, -weight)), MatchGrade.POSSIBLE);
    }

    @ParameterizedTest
    @MethodSource("org.hms.matching.RandomPeople#seeds")
    void priorAndPartsAreTheTotalForAnyTwoPeople(long seed) {
        var random = new SplittableRandom(seed);
        for (int pair = 0; pair < 10; pair++) {
            var score = People.MATCHER.model().score(RandomPeople.person(random), RandomPeople.person(random));

            var explanation = Explanation.of(score, List.of());

            double sum = explanation.priorWeight()
                    + explanation.steps().stream()
                            .mapToDouble(step -> step.levelWeight() + step.termFrequency())
                            .sum();
            assertThat(sum).isCloseTo(score.weight(), within(1e-9));
            double running = explanation.priorWeight();
            for (var step : explanation.steps()) {
                assertThat(step.before()).isEqualTo(running);
                running = step.after();
            }
            assertThat(running).isCloseTo(explanation.weight(), within(1e-9));
        }
    }

    @Test
    void aScoreThatItsPartsDoNotMakeIsRefused() {
        var glued = new MatchScore(-4, List.of(new Evidence("sex", "equal", 1, 0, 0)), 0, 0.5, MatchGrade.POSSIBLE);

        assertThatThrownBy(() -> Explanation.of(glued, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aStewardReadsWhatSpeaksForAndAgainstAndWhatIsMissing() {
        var score = made(
                -20,
                new Evidence("surnames", "both", 9.3, 2.1, 0),
                new Evidence("sex", "else", -5.04, 0, 0),
                Evidence.missing("phone"));

        var text = ExplanationText.of(
                Explanation.of(score, List.of(new Guard("LINK-03", "Un documento, dos fechas"))), SPANISH);

        assertThat(text.lines())
                .containsExactly(
                        "Los dos registros podrían hablar de la misma persona; conviene mirarlos.",
                        "Pero hay reglas de resguardo, que piden no unirlos sin más:",
                        "- LINK-03: Un documento, dos fechas",
                        "Antes de comparar nada, dos registros cualesquiera pesan −20,0 bits.",
                        "A favor:",
                        "- Los apellidos coinciden en orden (+9,3 bits; apellido poco común, +2,1).",
                        "En contra:",
                        "- El sexo es distinto (−5,0 bits).",
                        "Falta en alguno de los registros y por eso no suma ni resta: Teléfono.",
                        "En total −15,7 bits: la probabilidad de que sean una misma persona es de menos del 0,01 %.");
    }

    @Test
    void whatRelativesShareIsSaidToCountForLess() {
        var score = made(
                -10,
                new Evidence("surnames", "both", 9, 0, 0),
                new Evidence("kinship", "relatives", -3, 0, 0),
                new Evidence("name-order", "changed-over", 1, 0, 0));

        var text = ExplanationText.of(Explanation.of(score, List.of()), SPANISH);

        assertThat(text)
                .contains("También lo explica el parentesco (−3,0 bits)", "Los parientes comparten apellidos")
                .contains("El nombre y el apellido están uno en lugar del otro");
    }

    @Test
    void nothingPersonalStandsInAnExplanation() throws IOException {
        var explanation = Explanation.of(score("""
                        Ramona | Bareiro,Ullón | 1958-08-20 | F | 700123 | 0101 | 0981123456 | Petrona Ullón
                        Ramona | Bareiro,Ullon | 1958-08-20 | F | 700123 | 0102 | 0981123456 | Petrona Ullon
                        """), List.of());

        var json = ExplanationJson.of(explanation, SPANISH);
        var told = json + ExplanationText.of(explanation, SPANISH);

        assertThat(told).doesNotContainIgnoringCase("ramona", "bareiro", "petrona", "700123", "1958");
        var steps = new ObjectMapper().readTree(json).path("steps");
        assertThat(steps).hasSize(People.MATCHER.model().comparisons().size());
        assertThat(steps.path(0).path("sentence").asText()).isEqualTo("Los nombres coinciden");
        assertThat(steps.path(0).path("termFrequency").asDouble()).isNotZero();
    }

    @Test
    void aHostOfRandomWeightsAddsUpWhateverItsPartsAreCalled() {
        var random = new Random(7);
        for (int turn = 0; turn < 500; turn++) {
            var parts = new ArrayList<Evidence>();
            for (int i = random.nextInt(20); i > 0; i--) {
                parts.add(new Evidence("text-" + i, "exact", random.nextGaussian() * 20, random.nextGaussian(), 0));
            }
            var score = made(random.nextGaussian() * 20, parts.toArray(Evidence[]::new));

            assertThat(ExplanationText.of(Explanation.of(score, List.of()), SPANISH))
                    .isNotBlank();
        }
    }
}
