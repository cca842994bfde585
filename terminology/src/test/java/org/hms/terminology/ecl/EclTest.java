package org.hms.terminology.ecl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hms.terminology.graph.CompiledGraph;
import org.hms.terminology.graph.GraphValue;
import org.hms.terminology.graph.SmallRelease;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Over a release of made-up concepts: findings 10000x, sites 20000x, morphologies 30000x, attributes 40000x. */
class EclTest {
    @TempDir
    static Path directory;

    private static CompiledGraph graph;

    @BeforeAll
    static void compile() {
        graph = release().compile(directory);
    }

    @AfterAll
    static void close() {
        graph.close();
    }

    private static SmallRelease release() {
        var same = Map.of("targetComponentId", GraphValue.concept("100002"));
        return new SmallRelease()
                .concept("138875005", "root")
                .concept("100001", "finding", "138875005")
                .concept("100002", "lung finding", "100001")
                .concept("100003", "lung oedema with fracture", "100002")
                .text("100003", "es", SmallRelease.SYNONYM, "edema de pulmón", false)
                .concept("100004", "finding of both lungs", "100001")
                .concept("200001", "site", "138875005")
                .concept("200002", "lung", "200001")
                .concept("200003", "left lung", "200002")
                .concept("300001", "oedema", "138875005")
                .concept("300002", "fracture", "138875005")
                .concept("400001", "attribute", "138875005")
                .concept("400002", "finding site", "400001")
                .concept("400003", "morphology", "400001")
                .concept("400004", "strength", "400001")
                .concept("500001", "reference set", "138875005")
                .inactive("100009", "old lung finding")
                .attribute("100002", 0, "400002", "200002")
                .attribute("100003", 1, "400002", "200002")
                .attribute("100003", 1, "400003", "300001")
                .attribute("100003", 2, "400002", "200003")
                .attribute("100003", 2, "400003", "300002")
                .attribute("100004", 1, "400002", "200002")
                .attribute("100004", 1, "400002", "200003")
                .literal("100004", 1, "400004", "#12.5")
                .literal("100002", 0, "400004", "#500")
                .property("100002", "definitionStatusId", "900000000000073002")
                .property("100003", "effectiveTime", "20260101")
                .property("100004", "effectiveTime", "20250101")
                .member("500001", "100002", Map.of())
                .member("500001", "100009", Map.of())
                .member("900000000000527005", "100009", same)
                .member("600001", "100002", Map.of("mapTarget", GraphValue.literal("J45.9")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "100002 | 100002",
                "< 100001 | 100002 100003 100004",
                "<< 100002 | 100002 100003",
                "<! 100001 | 100002 100004",
                "<<! 100001 | 100001 100002 100004",
                "> 100003 | 100001 100002 138875005",
                ">> 100003 | 100001 100002 100003 138875005",
                ">! 100003 | 100002",
                ">>! 100003 | 100002 100003",
                "!!> (100001 OR 100003 OR 200002) | 100001 200002",
                "!!< (100001 OR 100003 OR 200002) | 100003 200002",
                "<< 100001 AND << 100002 | 100002 100003",
                "<< 100002, 100003 | 100003",
                "100003 or 200002 | 100003 200002",
                "<< 100001 MINUS << 100002 | 100001 100004",
                "* MINUS << 138875005 | ''",
                "^ 500001 | 100002 100009",
                "^ 200002 | ''",
                "< (^ 500001) | 100003",
                "100003 . 400002 | 200002 200003",
                "100003 . 400001 | ''",
                "100003 . << 400001 | 200002 200003 300001 300002",
            })
    void operatorsFindTheirConcepts(String constraint, String expected) {
        assertThat(evaluate(constraint)).isEqualTo(codes(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "* : 400002 = 200002 | 100002 100003 100004",
                "* : 400002 = << 200002 | 100002 100003 100004",
                "* : 400002 = < 200002 | 100003 100004",
                "* : 400002 != 200002 | 100003 100004",
                "* : [0..0] 400002 != 200002, 400002 = * | 100002",
                "* : * = 300001 | 100003",
                "* : << 400001 = 300001 | 100003",
                "* : 400002 = 200002, 400003 = 300002 | 100003",
                "* : {400002 = 200002, 400003 = 300002} | ''",
                "* : {400002 = 200002, 400003 = 300001} | 100003",
                "* : {400002 = 200002, 400004 = #500} | ''",
                "* : 400002 = 200002, 400004 = #500 | 100002",
                "* : {400002 = 200002}, {400003 = 300002} | 100003",
                "* : {400002 = 200003} OR {400002 = 200002, 400003 = 300001} | 100003 100004",
                "* : [2..*] 400002 = << 200002 | 100003 100004",
                "* : [1..1] 400002 = << 200002 | 100002",
                "< 100001 : [0..1] 400002 = << 200002 | 100002",
                "* : {[2..*] 400002 = *} | 100004",
                "* : [2..2] {400002 = *} | 100003",
                "< 100001 : [0..1] {400002 = *} | 100002 100004",
                "< 100001 : [0..0] {400003 = *} | 100002 100004",
                "* : R 400002 = 100002 | 200002",
                "* : [3..3] R 400002 = * | 200002",
                "< 100001 : (400002 = 200002 AND 400003 = *) OR 400004 = #500 | 100002 100003",
                "* : 400004 >= #12.50 | 100002 100004",
                "* : 400004 < #13 | 100004",
                "* : 400004 = #12.50 | 100004",
                "* : 400002 = (<< 200001 : R 400002 = 100004) | 100002 100003 100004",
            })
    void refinementsLookAtAttributesGroupsAndCardinalities(String constraint, String expected) {
        assertThat(evaluate(constraint)).isEqualTo(codes(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "* {{ term = \"lung fin\" }} | 100002 100004",
                "* {{ term = (\"oedema\" \"fracture\") }} | 100003 300001 300002",
                "* {{ D term = wild:\"l*\", language = en }} | 100002 100003 200002 200003",
                "< 100001 {{ language = es }} | 100003",
                "* {{ term = \"pulmon\", language = en }} | ''",
                "< 100001 {{ type = syn, term != \"lung\" }} | 100003",
                "< 100001 {{ C definitionStatus = defined }} | 100002",
                "* {{ C effectiveTime >= \"20260101\" }} | 100003",
                "^ 500001 {{ C active = 0 }} | 100009",
                "^ 600001 {{ M mapTarget = \"J45.9\" }} | 100002",
                "^ 600001 {{ M mapTarget = wild:\"K*\" }} | ''",
                "^ [targetComponentId] 900000000000527005 {{ M referencedComponentId = 100009 }} | 100002",
                "<< 100002 {{ +HISTORY }} | 100002 100003 100009",
                "<< 100002 {{ + HISTORY-MIN }} | 100002 100003 100009",
                "100004 {{ +HISTORY-MAX }} | 100004",
            })
    void filtersLookAtTextsPropertiesMembersAndHistory(String constraint, String expected) {
        assertThat(evaluate(constraint)).isEqualTo(codes(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<<",
                "<< abc",
                "<< 100001 <<",
                "100001 OR 100002 AND 100003",
                "100001 MINUS 100002 MINUS 100003",
                "(100001",
                "100001 : 400002",
                "100001 : [2..1] 400002 = *",
                "12345",
                "* {{ colour = \"red\" }}",
                "* {{ C effectiveTime = #5 }}",
                "* {{ dialect = xx-xx }}",
                "< 99999999",
            })
    void whatIsNoConstraintIsRefusedWithItsText(String constraint) {
        assertThatExceptionOfType(EclException.class)
                .isThrownBy(() -> Ecl.evaluate(constraint, graph))
                .withMessageNotContaining("null");
    }

    @Test
    void theRefusalQuotesTheConstraintAndThePlace() {
        assertThatExceptionOfType(EclException.class)
                .isThrownBy(() -> Ecl.parse("<< 100001 <<"))
                .withMessageContaining("'<< 100001 <<'")
                .withMessageContaining("line 1, character 10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "* : (", "* : 400002 = (", "* : (400002 = ("})
    void deepNestingIsRefusedBeforeAnythingRecurses(String opening) {
        assertThatExceptionOfType(EclException.class)
                .isThrownBy(() -> Ecl.parse(opening.repeat(8_000 / opening.length())))
                .withMessageContaining("nested");
    }

    @Test
    void anExpressionTooLongIsRefused() {
        assertThatExceptionOfType(EclException.class).isThrownBy(() -> Ecl.parse("*".repeat(10_000_000)));
    }

    private static List<String> evaluate(String constraint) {
        return Arrays.stream(Ecl.evaluate(constraint, graph).toArray())
                .mapToObj(graph::code)
                .toList();
    }

    private static List<String> codes(String expected) {
        return expected.isBlank() ? List.of() : List.of(expected.strip().split(" "));
    }
}
