package org.hms.matching.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hms.matching.People;
import org.hms.matching.VariedPeople;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.score.MatchModel;
import org.hms.matching.table.Blocks;
import org.hms.matching.table.PairLevels;
import org.hms.matching.table.PersonTable;
import org.hms.matching.train.TrainingReport.LevelReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ModelTrainerTest {
    private static final int PERSONS = 4_000;
    private static final MatchModel START = People.MATCHER.model();
    private static final List<ComparablePerson> PEOPLE = TrainingPeople.twiceRecorded(PERSONS, 11);
    private static final PersonTable TABLE = People.table(PEOPLE);
    private static final TrainingSettings SETTINGS = TrainingSettings.defaults(5, 2 * PERSONS);
    private static final Training TRAINING = new ModelTrainer(SETTINGS).train(START, TABLE);

    @Test
    void knownErrorRatesAreFoundWithoutLabels() {
        assertThat(level("sex", "else").m()).isCloseTo(TrainingPeople.SEX_ERRORS, within(0.01));
        assertThat(level("district", "same-district").m()).isCloseTo(1 - TrainingPeople.DISTRICT_CHANGES, within(0.02));
        assertThat(level("phone", "equal").m()).isCloseTo(1 - TrainingPeople.PHONE_CHANGES, within(0.02));
        assertThat(level("sex", "equal").u()).isCloseTo(0.5, within(0.03));
        assertThat(level("district", "same-district").u()).isCloseTo(1 / 60.0, within(0.005));
    }

    @Test
    void thePriorIsThatOfTheFileNotOfTheStartModel() {
        double pairs = PERSONS * (2.0 * PERSONS - 1) * 2 / 2;

        assertThat(TRAINING.model().priorProbability()).isCloseTo(PERSONS / pairs, within(0.1 * PERSONS / pairs));
    }

    @Test
    void oneSeedGivesOneModelAndAnotherSeedNearlyTheSame() {
        var again = new ModelTrainer(SETTINGS).train(START, TABLE);
        var other = new ModelTrainer(TrainingSettings.defaults(6, 2 * PERSONS)).train(START, TABLE);

        assertThat(again.model().hash()).isEqualTo(TRAINING.model().hash());
        assertThat(again.report()).isEqualTo(TRAINING.report());
        assertThat(other.model().priorProbability())
                .isCloseTo(
                        TRAINING.model().priorProbability(),
                        within(0.05 * TRAINING.model().priorProbability()));
    }

    @Test
    void whatTheFileLacksKeepsItsValuesAndIsReported() {
        var mother = TRAINING.report().comparisons().stream()
                .filter(comparison -> comparison.name().equals("mother"))
                .findFirst()
                .orElseThrow();

        assertThat(mother.trained()).isFalse();
        assertThat(mother.levels()).allSatisfy(level -> assertThat(level.m()).isEqualTo(level.startM()));
        assertThat(TRAINING.report().warnings()).contains("mother was not trained: the file lacks the field.");
    }

    @Test
    void levelsThatNobodyReachedAreReportedAndStayAboveZero() {
        assertThat(TRAINING.report().warnings())
                .anyMatch(warning -> warning.startsWith("surnames/collapsed was never"));
        for (var comparison : TRAINING.model().comparisons()) {
            assertThat(comparison.levels())
                    .allSatisfy(
                            level -> assertThat(Math.min(level.m(), level.u())).isGreaterThan(0.9e-9));
        }
    }

    @Test
    void theMatchesSettleFromRoundToRound() {
        var rounds = TRAINING.report().rounds();

        assertThat(rounds.getLast().convergence().converged()).isTrue();
        assertThat(rounds.getLast().matches()).isCloseTo(PERSONS, within(0.05 * PERSONS));
        assertThat(rounds.getLast().matches())
                .isCloseTo(rounds.get(rounds.size() - 2).matches(), within(0.01 * PERSONS));
    }

    @Test
    void theModelKeepsTheFieldsOfEachRuleAndLowersItsCapAtMost() {
        var rules = TRAINING.model().blockingRules();

        for (int i = 0; i < rules.size(); i++) {
            assertThat(rules.get(i).fields())
                    .isEqualTo(START.blockingRules().get(i).fields());
            assertThat(rules.get(i).cap())
                    .isBetween(1, START.blockingRules().get(i).cap());
        }
    }

    @Test
    void blocksGivenBeforehandTeachTheSame() {
        var blocks = Blocks.of(START.blockingRules(), TABLE, SETTINGS.comparisonsOfARule());
        var levels = new PairLevels(START.comparisons(), TABLE);

        var again = new ModelTrainer(SETTINGS).train(START, TABLE, blocks, levels);

        assertThat(again.model().hash()).isEqualTo(TRAINING.model().hash());
    }

    @Test
    void theTrainedModelIsWrittenAndReadBackWithItsHash(@TempDir Path directory) {
        var file = directory.resolve("model.yml");

        TRAINING.model().write(file);
        var read = MatchModel.read(file);

        assertThat(read.hash()).isEqualTo(TRAINING.model().hash());
        assertThat(read.version()).startsWith(START.version() + "+");
        var pair = Map.entry(PEOPLE.get(0), PEOPLE.get(1));
        assertThat(read.score(pair.getKey(), pair.getValue()))
                .isEqualTo(TRAINING.model().score(pair.getKey(), pair.getValue()));
    }

    @Test
    void twoRecordsOfOnePersonScoreAboveTwoPeople() {
        double same = TRAINING.model().score(PEOPLE.get(0), PEOPLE.get(1)).weight();
        double different = TRAINING.model().score(PEOPLE.get(0), PEOPLE.get(2)).weight();

        assertThat(same).isGreaterThan(TRAINING.model().thresholds().linkWeight());
        assertThat(different).isLessThan(TRAINING.model().thresholds().reviewWeight());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aFileInWhichNothingTellsOneFromAnotherDoesNotFail(long seed) {
        var table = People.table(VariedPeople.people(150, seed));

        var model = new ModelTrainer(SETTINGS).train(VariedPeople.START, table).model();

        assertThat(model.priorProbability()).isBetween(0.0, 0.5);
        assertThat(model.relativesProbability()).isBetween(0.0, 0.1);
    }

    @Test
    void onePersonAloneTeachesNothing() {
        assertThatThrownBy(() -> new ModelTrainer(SETTINGS).train(START, People.table(PEOPLE.subList(0, 1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void twoPeopleAreTooFewButDoNotFail() {
        var training = new ModelTrainer(SETTINGS).train(START, People.table(PEOPLE.subList(0, 2)));

        assertThat(training.report().warnings()).isNotEmpty();
        assertThat(training.model().priorProbability()).isBetween(0.0, 0.5);
    }

    private static LevelReport level(String comparison, String level) {
        return TRAINING.report().comparisons().stream()
                .filter(report -> report.name().equals(comparison))
                .flatMap(report -> report.levels().stream())
                .filter(report -> report.name().equals(level))
                .findFirst()
                .orElseThrow();
    }
}
