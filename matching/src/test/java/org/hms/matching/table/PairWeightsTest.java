package org.hms.matching.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.hms.matching.People;
import org.hms.matching.VariedPeople;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.score.MatchModel;
import org.hms.matching.train.ModelTrainer;
import org.hms.matching.train.TrainingSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The batch must weigh as the model's own score does: pair by pair, over people of every kind. */
final class PairWeightsTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 30);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void eachPairWeighsWhatTheModelSays(long seed) {
        var table = People.table(VariedPeople.people(60, seed));

        assertWeights(People.MATCHER.model(), table);
        assertWeights(VariedPeople.START, table);
    }

    @Test
    void underATrainedModelToo() {
        var people = new ArrayList<>(VariedPeople.people(120, 77));
        people.addAll(changed(people, new SplittableRandom(5)));
        var table = People.table(people);
        for (var start : List.of(VariedPeople.START, People.MATCHER.model())) {
            var trained = new ModelTrainer(TrainingSettings.defaults(3, table.size()))
                    .train(start, table)
                    .model();

            assertThat(trained.hash()).isNotEqualTo(start.hash());
            assertWeights(trained, table);
            assertThat(weigh(trained, new PairLevels(start.comparisons(), table).of(trained.comparisons())))
                    .isEqualTo(weigh(trained, new PairLevels(trained.comparisons(), table)));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aPairIsHopelessExactlyWhereItLiesBelowTheLeast(long seed) {
        var random = new SplittableRandom(seed);
        var table = People.table(VariedPeople.people(50, seed));
        var model = random.nextBoolean() ? VariedPeople.START : People.MATCHER.model();
        var reader = new PairWeights(model, new PairLevels(model.comparisons(), table)).reader();
        for (int left = 0; left < table.size(); left++) {
            for (int right = left + 1; right < table.size(); right++) {
                double weight = reader.weight(left, right);
                for (double least : new double[] {-20, -2, 0, 8, weight - 1e-6, weight + 1e-6}) {
                    assertThat(reader.weight(left, right, least))
                            .isEqualTo(weight < least ? PairWeights.HOPELESS : weight);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void weighedTogetherPairsWeighWhatTheyWeighAlone(long seed) {
        var random = new SplittableRandom(seed);
        var table = People.table(VariedPeople.people(200, seed));
        var model = random.nextBoolean() ? VariedPeople.START : People.MATCHER.model();
        var weights = new PairWeights(model, new PairLevels(model.comparisons(), table));
        var alone = weights.reader();
        var together = weights.reader();
        for (int i = 0; i < 60; i++) {
            int left = random.nextInt(table.size());
            int[] others = random.ints(random.nextInt(1, 180), 0, table.size()).toArray();
            int count = random.nextInt(others.length + 1);
            double least = random.nextInt(4) == 0 ? PairWeights.HOPELESS : random.nextDouble(-60, 10);

            double[] found = together.weights(left, others, count, least);

            for (int j = 0; j < count; j++) {
                assertThat(found[j]).isEqualTo(alone.weight(left, others[j], least));
            }
        }
    }

    /** The same people once more, each with another's sex, home and numbers. */
    private static List<ComparablePerson> changed(List<ComparablePerson> people, SplittableRandom random) {
        return people.stream()
                .map(person -> {
                    var other = people.get(random.nextInt(people.size()));
                    return new ComparablePerson(
                            other.demographics(),
                            person.names(),
                            false,
                            person.birthDate(),
                            random.nextBoolean() ? person.identifiers() : other.identifiers(),
                            random.nextInt(4) == 0 ? other.phones() : person.phones(),
                            person.mother(),
                            person.attributes());
                })
                .toList();
    }

    private static void assertWeights(MatchModel model, PersonTable table) {
        var reader = new PairWeights(model, new PairLevels(model.comparisons(), table)).reader();
        for (int left = 0; left < table.size(); left++) {
            var person = table.person(left);
            for (int right = left + 1; right < table.size(); right++) {
                var score = model.score(person, table.person(right));

                assertThat(reader.weight(left, right))
                        .as("%s and %s", person, table.person(right))
                        .isCloseTo(score.weight(), within(1e-9));
                assertThat(reader.weight(right, left)).isEqualTo(reader.weight(left, right));
            }
        }
    }

    private static List<Double> weigh(MatchModel model, PairLevels levels) {
        var reader = new PairWeights(model, levels).reader();
        return LongStream.range(0, 2_000)
                .mapToObj(i -> reader.weight((int) i % 97, 100 + (int) i % 131))
                .toList();
    }
}
