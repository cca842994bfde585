package org.hms.matching.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hms.matching.People;
import org.hms.matching.RandomPeople;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.score.BlockingField;
import org.hms.matching.score.BlockingRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class PairsTest {
    private static final LevelCoder CODER =
            new LevelCoder(People.MATCHER.model().comparisons());

    @Test
    void aSmallFileIsCountedWholeAndNotSampled() {
        var people = people(40, 1);

        assertThat(RandomPairs.count(CODER, people, 1_000_000, 1).total()).isEqualTo(40 * 39 / 2.0);
    }

    @Test
    void patternsKeepTheLevelOfEveryComparison() {
        long pattern = Patterns.put(Patterns.put(0, 0, 11), 7, 0);

        assertThat(Patterns.level(pattern, 0)).isEqualTo(11);
        assertThat(Patterns.level(pattern, 7)).isZero();
        assertThat(Patterns.level(pattern, 3)).isEqualTo(Patterns.MISSING);
    }

    @ParameterizedTest
    @MethodSource("org.hms.matching.RandomPeople#seeds")
    void blockedPairsAreThoseThatANaiveSearchFindsEachOnceUnderEachRule(long seed) {
        var people = people(30, seed);
        var rules = People.MATCHER.model().blockingRules();
        var blocked = new BlockedPairs(people, rules);
        var before = new HashSet<Set<Integer>>();

        for (int rule = 0; rule < rules.size(); rule++) {
            var found = new HashMap<Set<Integer>, Boolean>();
            var blocks = blocked.blocks(rule);
            for (int block = 0; block < blocks.count(); block++) {
                blocked.pairs(
                        blocks,
                        block,
                        1,
                        0,
                        (one, other, fresh) ->
                                assertThat(found.put(Set.of(one, other), fresh)).isNull());
            }
            assertThat(found.keySet()).isEqualTo(naive(people, rules.get(rule)));
            found.forEach((pair, fresh) -> assertThat(fresh).isEqualTo(!before.contains(pair)));
            before.addAll(found.keySet());
        }
    }

    @Test
    void aBlockAboveItsCapIsCountedAndNotOpened() {
        var people = people(30, 2);
        var rule = new BlockingRule("given", List.of(BlockingField.GIVEN_SOUND), 2);

        var blocks = new BlockedPairs(people, List.of(rule)).blocks(0);

        assertThat(blocks.closed()).isPositive();
    }

    @ParameterizedTest
    @EnumSource(BlockingField.class)
    void noPassTeachesAComparisonThatItsFieldDecides(BlockingField field) {
        var names = List.of(
                "given-name",
                "surnames",
                "birth-date",
                "identifiers",
                "district",
                "phone",
                "mother",
                "place-town",
                "postcode-home",
                "email-work");

        assertThat(names).as(field.code()).anyMatch(name -> BlockingPass.decides(field, name));
        assertThat(names).as(field.code()).anyMatch(name -> !BlockingPass.decides(field, name));
    }

    @Test
    void aForeignFilesNamesStandOnTheFileAlone() {
        var national = Map.of("gonzalez", 0.05);

        var foreign = NameTable.blended("surnames", Map.of("smith", 300L, "jones", 700L), national);
        var own = NameTable.blended("surnames", Map.of("gonzalez", 10L), national);

        assertThat(foreign.shares().get("jones")).isCloseTo(0.7, within(1e-9));
        assertThat(own.shares().get("gonzalez")).isLessThan(0.06);
    }

    private static List<ComparablePerson> people(int count, long seed) {
        var random = new SplittableRandom(seed);
        return IntStream.range(0, count)
                .mapToObj(_ -> RandomPeople.person(random))
                .toList();
    }

    private static Set<Set<Integer>> naive(List<ComparablePerson> people, BlockingRule rule) {
        var pairs = new HashSet<Set<Integer>>();
        for (int i = 0; i < people.size(); i++) {
            for (int j = 0; j < i; j++) {
                var shared = new HashSet<>(rule.keys(people.get(i)));
                shared.retainAll(rule.keys(people.get(j)));
                if (!shared.isEmpty()) {
                    pairs.add(Set.of(i, j));
                }
            }
        }
        return pairs;
    }
}
