package org.hms.matching.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hms.matching.People.MATCHER;
import static org.hms.matching.People.people;

import java.util.SplittableRandom;
import org.hms.matching.RandomPeople;
import org.hms.matching.VariedPeople;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class MatchScoreTest {

    @ParameterizedTest
    @MethodSource("org.hms.matching.RandomPeople#seeds")
    void scoringIsSymmetricAndTheWeightIsThePriorAndItsParts(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 20; i++) {
            var left = RandomPeople.person(random);
            var right = RandomPeople.person(random);
            var score = MATCHER.score(left, right);
            var sum = score.parts().stream().mapToDouble(Evidence::weight).sum();

            assertThat(score).isEqualTo(MATCHER.score(right, left));
            assertThat(score.weight()).isCloseTo(score.priorWeight() + sum, within(1e-9));
            assertThat(score.probability())
                    .isCloseTo(Math.pow(2, score.weight()) / (1 + Math.pow(2, score.weight())), within(1e-12));
        }
    }

    @ParameterizedTest
    @MethodSource("org.hms.matching.RandomPeople#seeds")
    void withRelativesTheLastPartIsKinshipAndOnlyTakesAway(long seed) {
        var model = VariedPeople.START;
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 20; i++) {
            var left = VariedPeople.person(random);
            var right = random.nextInt(4) == 0 ? left : VariedPeople.person(random);
            var score = model.score(left, right);
            var parts = score.parts();
            var compared = parts.subList(0, parts.size() - 1);
            double strangers = score.priorWeight()
                    + compared.stream().mapToDouble(Evidence::weight).sum();
            double relatives = model.priorWeightAgainstRelatives()
                    + compared.stream()
                            .mapToDouble(Evidence::weightAgainstRelatives)
                            .sum();

            assertThat(score).isEqualTo(model.score(right, left));
            assertThat(parts.getLast().comparison()).isEqualTo("kinship");
            assertThat(parts.getLast().weight()).isLessThanOrEqualTo(0);
            assertThat(score.weight())
                    .isCloseTo(strangers + parts.getLast().weight(), within(1e-9))
                    .isCloseTo(-Math.log(Math.pow(2, -strangers) + Math.pow(2, -relatives)) / Math.log(2), within(1e-9))
                    .isLessThanOrEqualTo(Math.min(strangers, relatives) + 1e-9);
        }
    }

    @Test
    void nothingKnownLeavesThePrior() {
        var people = people("-|-\n-|-");

        assertThat(MATCHER.score(people.getFirst(), people.getLast()).weight())
                .isEqualTo(MATCHER.model().priorWeight());
    }

    @Test
    void aMissingBirthDateSpeaksNeitherForNorAgainst() {
        var people = people("""
                Ana|Benítez,Vera|1990-03-01
                Ana|Benítez,Vera|-
                """);

        var part = MATCHER.score(people.getFirst(), people.getLast()).part("birth-date");

        assertThat(part.weight()).isZero();
        assertThat(part.speaks()).isFalse();
    }

    @Test
    void aWholeAgreementIsCertainEvenForTheCommonestName() {
        var people = people("""
                María|González,Benítez|1990-03-17|F|-|0101
                MARIA|GONZALEZ BENITEZ|1990-03-17|F|-|0101
                """);

        assertThat(MATCHER.score(people.getFirst(), people.getLast()).grade()).isEqualTo(MatchGrade.CERTAIN);
    }

    @Test
    void theCommonestNameAloneIsNoMatch() {
        var people = people("""
                María|González,Benítez|-|F
                María|González,Benítez|-|F
                """);

        assertThat(MATCHER.score(people.getFirst(), people.getLast()).grade()).isEqualTo(MatchGrade.CERTAINLY_NOT);
    }

    @Test
    void oneDocumentDoesNotLinkMotherAndChild() {
        var people = people("""
                Petrona|Vera,Rojas|1970-05-17|F|2345671|0101|0981123456
                Ana|Duarte,Vera|1999-11-02|F|2345671|0101|0981123456
                """);

        assertThat(MATCHER.score(people.getFirst(), people.getLast()).grade()).isEqualTo(MatchGrade.CERTAINLY_NOT);
    }

    @Test
    void brothersAreNotOnePerson() {
        var people = people("""
                Juan|Zárate,Ojeda|1999-11-02|M|-|0101|0981123456|Rosa Ojeda
                Hugo|Zárate,Ojeda|2004-02-28|M|-|0101|0981123456|Rosa Ojeda
                """);

        assertThat(MATCHER.score(people.getFirst(), people.getLast()).grade()).isNotEqualTo(MatchGrade.CERTAIN);
    }

    @Test
    void gradesSpeakFhir() {
        assertThat(MatchGrade.CERTAINLY_NOT.code()).isEqualTo("certainly-not");
        assertThat(new Thresholds(8, 0, 4).grade(8)).isEqualTo(MatchGrade.CERTAIN);
        assertThat(new Thresholds(8, 0, 4).grade(4)).isEqualTo(MatchGrade.PROBABLE);
        assertThat(new Thresholds(8, 0, 4).grade(0)).isEqualTo(MatchGrade.POSSIBLE);
        assertThat(new Thresholds(8, 0, 4).grade(-0.1)).isEqualTo(MatchGrade.CERTAINLY_NOT);
    }
}
