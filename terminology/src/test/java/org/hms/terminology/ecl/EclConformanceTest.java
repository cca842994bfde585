package org.hms.terminology.ecl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.hms.terminology.graph.CompiledGraph;
import org.hms.terminology.graph.GraphCompiler;
import org.hms.terminology.graph.GraphScrub;
import org.hms.terminology.load.rf2.Rf2Release;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What others expect: SNOMED International's examples, and the expansions of HL7's suite over its subset of SNOMED CT. */
class EclConformanceTest {
    private static final Path EXAMPLES = Path.of("../../shared/tx-suite/ecl-examples/examples");
    private static final Path SUITE = Path.of("../../shared/tx-suite/tx-ecosystem");
    private static final String VERSION = "http://snomed.info/xsct/31000003106/version/20250909";

    @TempDir
    Path directory;

    @Test
    void everyExampleOfTheLanguageIsRead() throws IOException {
        requireShared(EXAMPLES);
        try (var files = Files.walk(EXAMPLES)) {
            var examples = files.filter(Files::isRegularFile).toList();
            assertThat(examples).hasSize(121);
            for (var example : examples) {
                assertThatCode(() -> Ecl.parse(Files.readString(example)))
                        .as(example.getFileName().toString())
                        .doesNotThrowAnyException();
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> everyExpansionOfTheSuiteIsTheExpectedOne() throws IOException {
        requireShared(SUITE);
        var tests = new ArrayList<DynamicTest>();
        var graph = compile();
        try (var files = Files.list(SUITE.resolve("tests/sct/ecl"))) {
            for (var file : files.sorted().toList()) {
                var name = file.getFileName().toString();
                if (name.startsWith("expand-") && name.endsWith("-request.json")) {
                    var expected = file.resolveSibling(name.replace("-request", "-response"));
                    tests.add(
                            DynamicTest.dynamicTest(name, () -> compare(JSON.read(file.toString()), expected, graph)));
                }
            }
        }
        assertThat(tests).hasSize(35);
        return tests.stream().onClose(graph::close);
    }

    @TestFactory
    Stream<DynamicTest> everyCodeAndExpressionOfTheSuiteIsAmongWhatItIsExpectedToBe() throws IOException {
        requireShared(SUITE);
        var tests = new ArrayList<DynamicTest>();
        var graph = compile();
        try (var files = Files.list(SUITE.resolve("tests/sct/ecl"))) {
            for (var file : files.sorted().toList()) {
                var name = file.getFileName().toString();
                if (name.startsWith("validate-") && name.endsWith("-request.json")) {
                    var expected = file.resolveSibling(name.replace("-request", "-response"));
                    tests.add(
                            DynamicTest.dynamicTest(name, () -> validate(JSON.read(file.toString()), expected, graph)));
                }
            }
        }
        assertThat(tests).hasSize(68);
        return tests.stream().onClose(graph::close);
    }

    private static void validate(JsonObject request, Path response, CompiledGraph graph) {
        var constraint = constraint(request);
        var code = parameter(request, "code").getString("valueCode");
        var answer = JSON.read(response.toString());
        var expected =
                parameter(answer, "result").get("valueBoolean").getAsBoolean().value();
        if (graph.find(code) >= 0) {
            assertThat(Ecl.evaluate(constraint, graph).contains(graph.find(code)))
                    .as(code + " in " + constraint)
                    .isEqualTo(expected);
            return;
        }
        var expression = Postcoordination.find(code, graph).orElseThrow();
        assertThat(expression.satisfies(constraint))
                .as(code + " in " + constraint)
                .isEqualTo(expected);
        assertThat(expression.display()).isEqualTo(parameter(answer, "display").getString("valueString"));
    }

    private static JsonObject parameter(JsonObject parameters, String name) {
        return parameters
                .getArray("parameter")
                .map(parameter -> parameter.getAsObject())
                .filter(parameter -> parameter.getString("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private CompiledGraph compile() throws IOException {
        try (var release = Rf2Release.open(SUITE.resolve("tx-source/snomed"), VERSION, "en", _ -> {})) {
            GraphCompiler.read(release).write(directory);
            var graph = CompiledGraph.open(directory);
            assertThat(graph.size()).isEqualTo(2258);
            assertThat(GraphScrub.compare(release, graph)).isEmpty();
            return graph;
        }
    }

    private static void compare(JsonObject request, Path response, CompiledGraph graph) {
        var constraint = constraint(request);
        var expected = JSON.read(response.toString());
        if (!expected.getString("resourceType").equals("ValueSet")) {
            assertThatExceptionOfType(EclException.class)
                    .isThrownBy(() -> Ecl.evaluate(constraint, graph))
                    .withMessageContaining(constraint);
            return;
        }
        var expansion = expected.getObj("expansion");
        var found = new TreeSet<String>();
        Ecl.evaluate(constraint, graph).forEach((int concept) -> found.add(graph.code(concept)));
        assertThat(found)
                .as(constraint)
                .hasSize(expansion.get("total").getAsNumber().value().intValue());
        if (expansion.hasKey("contains")) {
            var codes = expansion
                    .getArray("contains")
                    .map(entry -> entry.getAsObject().getString("code"))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(found).as(constraint).containsAll(codes);
        }
    }

    private static String constraint(JsonObject request) {
        return request.getArray("parameter")
                .map(parameter -> parameter.getAsObject())
                .filter(parameter -> parameter.hasKey("resource"))
                .map(parameter -> first(first(parameter.getObj("resource").getObj("compose"), "include"), "filter"))
                .map(filter -> filter.getString("value"))
                .findFirst()
                .orElseThrow();
    }

    private static JsonObject first(JsonObject object, String array) {
        return object.get(array).getAsArray().get(0).getAsObject();
    }

    private static void requireShared(Path folder) {
        assumeTrue(Files.exists(folder), "Skipped: " + folder.getFileName() + " is not beside the project");
    }
}
