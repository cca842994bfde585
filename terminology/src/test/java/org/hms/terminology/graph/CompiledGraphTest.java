package org.hms.terminology.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompiledGraphTest {
    private static final String SITE = "site";

    @TempDir
    Path directory;

    @Test
    void aConceptMayHaveSeveralParents() {
        try (var graph = organs().compile(directory)) {
            var both = graph.find("both");

            assertThat(IntStream.of(graph.hierarchy().parents(both)).mapToObj(graph::code))
                    .containsExactly("left", "right");
            assertThat(graph.hierarchy().subsumes(graph.find("top"), both)).isTrue();
            assertThat(graph.hierarchy().subsumes(both, graph.find("top"))).isFalse();
            assertThat(graph.hierarchy().descendants(graph.find("top")).getCardinality())
                    .isEqualTo(3);
            assertThat(graph.find("none")).isEqualTo(-1);
        }
    }

    @Test
    void theDisplayIsThePreferredSynonymAndAFullNameOnlyWhereThereIsNothingElse() {
        var release = new SmallRelease()
                .concept("a", "accepted")
                .text("a", "en", SmallRelease.FULL_NAME, "preferred (thing)", false)
                .accepted("900000000000509007", true)
                .text("a", "en", SmallRelease.SYNONYM, "preferred", false)
                .accepted("900000000000509007", true)
                .text("a", "en", SmallRelease.SYNONYM, "retired", true);
        try (var graph = release.compile(directory)) {
            assertThat(graph.display(0)).isEqualTo("preferred");
            assertThat(graph.designations().of(0)).hasSize(4);
            assertThat(graph.search().concepts("retired", null)).isEmpty();
        }
    }

    @Test
    void valuesAreFoundFromBothEnds() {
        var release = organs().attribute("both", 1, SITE, "left").literal("left", 0, "weight", "#12.5");
        try (var graph = release.compile(directory)) {
            var rows = graph.rows();
            var found = new Bits(graph.size());
            rows.gatherExact(rows.findKey(SITE), graph.find("left"), found);

            assertThat(found.toBitmap().toArray()).containsExactly(graph.find("both"));
            assertThat(rows.literal(rows.value(rows.firstRow(graph.find("left")))))
                    .isEqualTo("#12.5");
        }
    }

    @Test
    void aMapIsReadForwardsAndBackwards() {
        var release = organs().member("map", "left", Map.of("mapTarget", GraphValue.literal("J45.9")))
                .member("map", "right", Map.of("mapTarget", GraphValue.literal("J45.9")))
                .member("map", "left", Map.of("mapTarget", GraphValue.literal("A00")));
        try (var graph = release.compile(directory)) {
            var map = graph.refsets().find("map").orElseThrow();
            var targets = new java.util.ArrayList<String>();
            map.eachRowOf(graph.find("left"), row -> targets.add(graph.rows().literal(map.value(row, 0))));
            var sources = new java.util.ArrayList<String>();
            map.eachRowWith(0, graph.rows().findLiteral("J45.9"), row -> sources.add(graph.code(map.component(row))));

            assertThat(targets).containsExactly("J45.9", "A00");
            assertThat(sources).containsExactly("left", "right");
        }
    }

    @Test
    void anEqualTextComesFirstThenTheShorterThenAMisspeltOneOnlyIfNothingElseIsFound() {
        var release = new SmallRelease()
                .concept("1", "acute asthma attack")
                .concept("2", "asthma of children")
                .concept("3", "asthma")
                .concept("4", "arthritis");
        try (var graph = release.compile(directory)) {
            assertThat(codes(graph, "asthma")).containsExactly("3", "2", "1");
            assertThat(codes(graph, "att ac")).containsExactly("1");
            assertThat(codes(graph, "ÁSTHMA")).containsExactly("3", "2", "1");
            assertThat(codes(graph, "artritis")).containsExactly("4");
            assertThat(codes(graph, "  ")).isEmpty();
            assertThat(graph.search().fitting("a*thritis").getCardinality()).isEqualTo(1);
        }
    }

    @Test
    void whatPointsNowhereIsLeftOutAndCounted() throws IOException {
        var compiler = GraphCompiler.read(organs().concept("lost", "lost", "nobody", "nothing"));

        assertThat(compiler.issues())
                .containsExactly(new CompileIssues.Issue("A parent that the release lacks", 2, "nobody"));
    }

    @Test
    void aCircleIsRefused() {
        var circle = new SmallRelease().concept("a", "a", "b").concept("b", "b", "a");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> circle.compile(directory))
                .withMessageContaining("circle");
    }

    @Test
    void theScrubFindsWhatAGenerationLacks() throws IOException {
        try (var graph = organs().compile(directory)) {
            assertThat(GraphScrub.compare(organs(), graph)).isEmpty();
            assertThat(GraphScrub.compare(organs().concept("new", "new", "top"), graph))
                    .contains("The concept is missing: new");
            assertThat(GraphScrub.compare(organs().attribute("both", 0, SITE, "left"), graph))
                    .contains("An attribute is missing: both, site");
            assertThat(GraphScrub.compare(organs().text("top", "en", SmallRelease.SYNONYM, "other", false), graph))
                    .contains("A text of the concept differs: top");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void ancestorsAndDescendantsAreThoseOfAWalk(long seed) {
        var random = new Random(seed);
        var size = 700;
        var parents = new int[size][];
        var release = new SmallRelease();
        for (var concept = 0; concept < size; concept++) {
            var below = concept;
            parents[concept] = concept == 0
                    ? new int[0]
                    : random.ints(1 + random.nextInt(3), 0, below).distinct().toArray();
            release.concept(
                    code(concept),
                    "text " + concept,
                    IntStream.of(parents[concept])
                            .mapToObj(CompiledGraphTest::code)
                            .toArray(String[]::new));
        }
        try (var graph = release.compile(directory)) {
            var above = new BitSet[size];
            for (var concept = 0; concept < size; concept++) {
                above[concept] = new BitSet();
                for (var parent : parents[concept]) {
                    above[concept].set(parent);
                    above[concept].or(above[parent]);
                }
                assertThat(graph.hierarchy().ancestors(concept).toArray())
                        .isEqualTo(above[concept].stream().toArray());
            }
            for (var concept = 0; concept < size; concept++) {
                var ancestor = concept;
                assertThat(graph.hierarchy().descendants(concept).toArray())
                        .isEqualTo(IntStream.range(0, size)
                                .filter(other -> above[other].get(ancestor))
                                .toArray());
            }
        }
    }

    private static SmallRelease organs() {
        return new SmallRelease()
                .concept("top", "organ")
                .concept("left", "left organ", "top")
                .concept("right", "right organ", "top")
                .concept("both", "organ of both sides", "left", "right");
    }

    private static List<String> codes(CompiledGraph graph, String text) {
        return IntStream.of(graph.search().concepts(text, null))
                .mapToObj(graph::code)
                .toList();
    }

    private static String code(int number) {
        return "%04d".formatted(number);
    }
}
