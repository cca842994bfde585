package org.hms.terminology.ecl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.hms.terminology.graph.CompiledGraph;
import org.hms.terminology.graph.SmallRelease;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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
}
