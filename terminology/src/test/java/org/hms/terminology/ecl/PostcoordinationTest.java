package org.hms.terminology.ecl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;
import org.hms.terminology.graph.CompiledGraph;
import org.hms.terminology.graph.SmallRelease;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Over made-up concepts: findings 10000x, sites 20000x, attributes 40000x. */
class PostcoordinationTest {
    @TempDir
    static Path directory;

    private static CompiledGraph graph;

    @BeforeAll
    static void compile() {
        graph = new SmallRelease()
                .concept("138875005", "root")
                .concept("100001", "finding", "138875005")
                .concept("100002", "organ finding", "100001")
                .concept("200001", "organ", "138875005")
                .concept("200002", "left organ", "200001")
                .concept("200003", "leg", "138875005")
                .concept("410662002", "attribute", "138875005")
                .concept("400002", "site", "410662002")
                .concept("400004", "strength", "410662002")
                .attribute("100002", 1, "400002", "200001")
                .literal("100001", 0, "400004", "#7")
                .compile(directory);
    }

    @AfterAll
    static void close() {
        graph.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "100001:400002=200002 | << 100001 | true",
                "100001:400002=200002 | < 100001 | true",
                "100001:400002=200002 | 100001 | false",
                "100001:400002=200002 | > 100001 | false",
                "100001:400002=200002 | * : 400002 = << 200001 | true",
                "100001:400002=200002 | * : 400002 = < 200003 | false",
                "100002:400002=200002 | * : [1..1] 400002 = << 200001 | true",
                "100002:400002=200003 | * : [2..2] {400002 = *} | true",
                "100002+100001 | << 100002 | true",
                "100002 + 100001 | < 100001 MINUS << 100002 | false",
                "100001:400004=#5 | * : 400004 > #4 | true",
                "100001:{400004=#5} | * : 400004 > #7 | false",
                "100001:400002=(200001:400004=#5) | * : 400002 = << 200001 | true",
                "100001:400002=(200001:400004=#5) | * : 400002 = 200001 | false",
            })
    void aConstraintHoldsForAnExpression(String expression, String constraint, boolean expected) {
        var found = Postcoordination.find(expression, graph).orElseThrow();

        assertThat(found.satisfies(constraint)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "100001",
                "100001:",
                "100001:400002",
                "100001:200001=200002",
                "100001:400002=999999",
                "999999:400002=200001",
                "100001:{400002=200001",
                "no expression",
                "",
            })
    void aPlainCodeAndAWrongExpressionAreNone(String text) {
        assertThat(Postcoordination.find(text, graph)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '\t',
            value = {
                "100001 : { 400002 = 200001 , 400004 = #5 }\t100001|finding|:{400002|site|=200001|organ|,400004|strength|=#5}",
                "=== 100001|x|+100002:400002=(200001:400004=#5)\t100001|finding|+100002|organ finding|:400002|site|=(200001|organ|:400004|strength|=#5)",
            })
    void anExpressionIsShownWithTheTextsOfTheRelease(String expression, String display) {
        assertThat(Postcoordination.find(expression, graph).orElseThrow().display())
                .isEqualTo(display);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "100001:400002=("})
    void deepNestingIsNoExpression(String opening) {
        assertThat(Postcoordination.find(opening.repeat(2_000), graph)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "100001:400002=999999 | Concept 999999 not found",
                "999999:400002=200001 | Concept 999999 not found",
                "100001:200001=200002 | Concept 200001 is not valid in this context (must be a descendent of one of 410662002,106237007)",
            })
    void aWrongExpressionIsToldWhatIsWrongWithIt(String text, String fault) {
        assertThat(Postcoordination.fault(text, graph)).contains(fault);
    }

    @Test
    void whereItIsNoExpressionIsToldByLineAndCharacter() {
        assertThat(Postcoordination.fault("100001:400002", graph).orElseThrow()).startsWith("line 1, character 13: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"100001", "999999", "no expression", "100001:400002=200001"})
    void whatIsRightOrMeantAsNoExpressionHasNoFault(String text) {
        assertThat(Postcoordination.fault(text, graph)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "100001 : 400002 = 200001 ,   100001:400002=200001",
        "'100002+100001:{400002=200001}, {400004=#5}', '=== 100001|x|+100002:{400004=#5} {400002=200001}'",
        "'100001:{400002=200001,400004=#5}', '100001:{400004=#5,400002=200001}'",
    })
    void theOrderOfPartsMeansNothingToTheNormalForm(String one, String other) {
        assertThat(Postcoordination.find(one, graph).orElseThrow().normalForm())
                .isEqualTo(Postcoordination.find(other, graph).orElseThrow().normalForm());
    }

    @Test
    void groupedAndUngroupedAttributesAreNotTheSame() {
        assertThat(Postcoordination.find("100001:{400002=200001}", graph)
                        .orElseThrow()
                        .normalForm())
                .isNotEqualTo(Postcoordination.find("100001:400002=200001", graph)
                        .orElseThrow()
                        .normalForm());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyExpressionIsAmongWhatItsOwnConstraintMeans(long seed) {
        var random = new Random(seed);
        for (var round = 0; round < 100; round++) {
            var text = expression(random, 2);
            var found = Postcoordination.find(text, graph).orElseThrow();

            assertThat(found.satisfies(found.constraint())).as(text).isTrue();
        }
    }

    private static String expression(Random random, int depth) {
        var focus = random.nextInt(4) == 0 ? "100001+100002" : "10000" + (1 + random.nextInt(2));
        var attributes = IntStream.range(0, random.nextInt(3))
                .mapToObj(_ -> attribute(random, depth))
                .toList();
        if (attributes.isEmpty()) {
            return focus + ":" + attribute(random, depth);
        }
        var list = String.join(",", attributes);
        return focus + ":" + (random.nextBoolean() ? "{" + list + "}" : list);
    }

    private static String attribute(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 3 : 2)) {
            case 0 -> "400002=20000" + (1 + random.nextInt(3));
            case 1 -> "400004=#" + random.nextInt(9);
            default -> "400002=(" + expression(random, depth - 1) + ")";
        };
    }
}
