package org.hms.matching.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hms.matching.People;
import org.hms.matching.VariedPeople;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.score.BlockingField;
import org.hms.matching.score.BlockingRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class NeighboursTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theyAreThePairsThatShareAnOpenedBlockEachOnce(long seed) {
        var table = People.table(VariedPeople.people(70, seed));
        for (var model : List.of(VariedPeople.START, People.MATCHER.model())) {
            var rules = capped(model.blockingRules(), 2 + (int) seed);
            var blocks = Blocks.of(rules, table, Long.MAX_VALUE);

            assertThat(pairs(Neighbours.all(blocks, table), table)).isEqualTo(naive(rules, table));
        }
    }

    /** A field by itself finds who has a value of it in common; two fields lean on others' and find a little more. */
    @ParameterizedTest
    @EnumSource(value = BlockingField.class, mode = EnumSource.Mode.EXCLUDE, names = "ANY_NAME_SOUND")
    void everyFieldMakesTheKeysThatThePersonHas(BlockingField field) {
        var table = People.table(VariedPeople.people(120, 5));
        var rules = List.of(new BlockingRule("only", List.of(field), 5_000));
        var blocks = Blocks.of(rules, table, Long.MAX_VALUE);

        assertThat(pairs(Neighbours.all(blocks, table), table)).isEqualTo(naive(rules, table));
    }

    @Test
    void namesInEachOthersPlaceAreFoundAtLeastWhereTheyShareASound() {
        var table = People.table(VariedPeople.people(120, 6));
        var rules = List.of(new BlockingRule("only", List.of(BlockingField.ANY_NAME_SOUND), 5_000));
        var blocks = Blocks.of(rules, table, Long.MAX_VALUE);

        assertThat(pairs(Neighbours.all(blocks, table), table)).containsAll(naive(rules, table));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void blocksThatCapsOpenAreThoseThatAreMadeWithTheseCaps(long seed) {
        var random = new SplittableRandom(seed);
        var table = People.table(VariedPeople.people(150, seed));
        var rules = VariedPeople.START.blockingRules();
        var blocks = Blocks.of(rules, table, Long.MAX_VALUE);
        var lowered = rules.stream()
                .map(rule -> new BlockingRule(
                        rule.id(), rule.fields(), random.nextInt(4) == 0 ? 1 : Blocks.largestOf(random.nextInt(9))))
                .toList();

        var opened = pairs(new Neighbours(blocks, table, blocks.openedBy(lowered)), table);
        var made = Blocks.of(lowered, table, Long.MAX_VALUE);

        assertThat(opened).isEqualTo(pairs(Neighbours.all(made, table), table));
        assertThat(opened).isEqualTo(pairs(new Neighbours(made, table, made.openedBy(lowered)), table));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aRuleMakesAboutAsManyPairsAsItMayAndTheSmallestBlocksFirst(long seed) {
        var table = People.table(VariedPeople.people(200, seed));
        var rule = new BlockingRule("given", List.of(BlockingField.GIVEN_SOUND), 5_000);
        var all = Blocks.of(List.of(rule), table, Long.MAX_VALUE);
        var some = Blocks.of(List.of(rule), table, all.pairs() / 3);
        int cap = some.reports().getFirst().cap();

        assertThat(some.pairs()).isLessThanOrEqualTo(all.pairs() / 3);
        assertThat(cap).isLessThan(all.reports().getFirst().largest().getFirst());
        assertThat(pairs(Neighbours.all(some, table), table))
                .isEqualTo(naive(List.of(new BlockingRule("given", rule.fields(), cap)), table));
    }

    @Test
    void everySizeLiesInTheCellThatItsBoundsTell() {
        for (int size = 2; size < 30_000; size++) {
            int cell = Blocks.cell(0, size);

            assertThat(size).isLessThanOrEqualTo(Blocks.largestOf(cell));
            assertThat(cell == 0 || size > Blocks.largestOf(cell - 1))
                    .as("%s", size)
                    .isTrue();
            assertThat(Blocks.ruleOfCell(Blocks.cell(7, size))).isEqualTo(7);
        }
    }

    @Test
    void eachPairIsCountedForTheFirstCellThatBroughtIt() {
        var table = People.table(VariedPeople.people(150, 3));
        var blocks = Blocks.of(VariedPeople.START.blockingRules(), table, Long.MAX_VALUE);
        var neighbours = Neighbours.all(blocks, table);

        int found = pairs(neighbours, table).size();

        assertThat(LongStream.of(neighbours.byCell()).sum()).isEqualTo(found).isLessThanOrEqualTo(blocks.pairs());
        assertThat(LongStream.of(blocks.pairsByCell()).sum()).isEqualTo(blocks.pairs());
    }

    private static List<BlockingRule> capped(List<BlockingRule> rules, int cap) {
        return rules.stream()
                .map(rule -> new BlockingRule(rule.id(), rule.fields(), cap))
                .toList();
    }

    private static Set<List<Integer>> pairs(Neighbours neighbours, PersonTable table) {
        var pairs = new HashSet<List<Integer>>();
        for (int record = 0; record < table.size(); record++) {
            int count = neighbours.find(record);
            for (int i = 0; i < count; i++) {
                int other = neighbours.found()[i];
                assertThat(other).isGreaterThan(record);
                assertThat(pairs.add(List.of(record, other))).as("found once").isTrue();
            }
        }
        return pairs;
    }

    private static Set<List<Integer>> naive(List<BlockingRule> rules, PersonTable table) {
        var people = IntStream.range(0, table.size()).mapToObj(table::person).toList();
        var pairs = new HashSet<List<Integer>>();
        for (var rule : rules) {
            for (var block : blocks(rule, people).values()) {
                if (block.size() <= rule.cap()) {
                    block.forEach(a -> block.stream().filter(b -> b > a).forEach(b -> pairs.add(List.of(a, b))));
                }
            }
        }
        return pairs;
    }

    private static Map<String, List<Integer>> blocks(BlockingRule rule, List<ComparablePerson> people) {
        var blocks = new HashMap<String, List<Integer>>();
        for (int record = 0; record < people.size(); record++) {
            for (var key : new HashSet<>(rule.keys(people.get(record)))) {
                blocks.computeIfAbsent(key, _ -> new ArrayList<>()).add(record);
            }
        }
        return blocks;
    }
}
