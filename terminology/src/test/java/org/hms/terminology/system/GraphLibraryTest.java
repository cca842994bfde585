package org.hms.terminology.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hms.terminology.TerminologyService;
import org.hms.terminology.content.CodeSystemContent;
import org.hms.terminology.content.ContentDesignation;
import org.hms.terminology.content.ContentProperty;
import org.hms.terminology.ecl.EclException;
import org.hms.terminology.graph.GraphCompiler;
import org.hms.terminology.graph.GraphHeader;
import org.hms.terminology.graph.GraphSink;
import org.hms.terminology.graph.GraphSource;
import org.hms.terminology.graph.SmallRelease;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roaringbitmap.RoaringBitmap;

class GraphLibraryTest {
    private static final String URL = "https://example.org/graph";
    private static final String EDITION = "https://example.org/graph/7";

    @TempDir
    Path directory;

    @Test
    void versionsStandSideBySideAndSurviveARestart() throws IOException {
        try (var library = GraphLibrary.open(directory)) {
            publish(library, EDITION + "/version/20260101");
            publish(library, EDITION + "/version/20250101");
        }
        try (var library = GraphLibrary.open(directory)) {
            assertThat(version(library, null)).isEqualTo(EDITION + "/version/20250101");
            assertThat(version(library, EDITION)).isEqualTo(EDITION + "/version/20260101");
            assertThat(version(library, EDITION + "/version/20250101")).isEqualTo(EDITION + "/version/20250101");
            assertThat(library.find(URL, "https://example.org/graph/8")).isEmpty();
            assertThat(library.versionsOf(URL)).hasSize(2);
        }
    }

    @Test
    void theSameContentIsPublishedOnceAndAnUnfinishedOneIsRemoved() throws IOException {
        var left = Files.createDirectories(directory.resolve("unfinished-1"));
        try (var library = GraphLibrary.open(directory)) {
            var first = publish(library, "1");

            assertThat(publish(library, "1")).isEqualTo(first);
            assertThat(library.list()).hasSize(1);
            assertThat(left).doesNotExist();
        }
    }

    @Test
    void aServiceTakesInWhatACommandHasPublished() throws IOException {
        try (var service = TerminologyService.open(directory);
                var command = GraphLibrary.open(TerminologyService.graphs(directory))) {
            publish(command, "1");
            assertThat(service.current(URL)).isEmpty();

            assertThat(service.lookAgain()).isEqualTo(1);
            var content = service.current(URL).orElseThrow();
            assertThat(content.display(content.find("100002"))).isEqualTo("lung finding");
            assertThat(content.subsumes(content.find("100001"), content.find("100003")))
                    .isTrue();
            assertThat(content.search("find lung", RoaringBitmap.bitmapOfRange(0, content.size())))
                    .hasSize(2);
            assertThat(service.codeSystems()).extracting(CodeSystemSummary::url).containsExactly(URL);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "concept | is-a | 100002 | 100002 100003",
                "concept | descendent-of | 100002 | 100003",
                "concept | is-not-a | 100002 | 100001 100009 200001 400002 500001",
                "concept | generalizes | 100003 | 100001 100002 100003",
                "concept | child-of | 100001 | 100002",
                "concept | descendent-leaf | 100001 | 100003",
                "concept | in | 500001 | 100002",
                "concept | in | 100001, 100009 | 100001 100009",
                "concept | = | 100001 | 100001",
                "constraint | = | << 100002 | 100002 100003",
                "expression | = | * : 400002 = 200001 | 100003",
                "400002 | = | 200001 | 100003",
                "400002 | exists | false | 100001 100002 100009 200001 400002 500001",
                "strength | in | 5,7 | 100002",
                "inactive | = | true | 100009",
                "parent | = | 100001 | 100002",
                "child | = | 100003 | 100002",
                "module | = | 300 | 100001",
            })
    void aFilterSelectsItsConcepts(String property, String operator, String value, String expected) throws IOException {
        try (var library = GraphLibrary.open(directory)) {
            publish(library, "1");
            var content = library.find(URL, null).orElseThrow();

            var selected = content.filter(property, operator, value).orElseThrow();
            assertThat(codes(content, selected.toArray())).containsExactly(expected.split(" "));
            assertThat(content.filter(property, operator, value)).contains(selected);
        }
    }

    @Test
    void anUnknownFilterSelectsNothingAtAllAndBadEclIsRefused() throws IOException {
        try (var library = GraphLibrary.open(directory)) {
            publish(library, "1");
            var content = library.find(URL, null).orElseThrow();

            assertThat(content.filter("colour", "=", "red")).isEmpty();
            assertThat(content.filter("concept", "regex", "1.*")).isEmpty();
            assertThatExceptionOfType(EclException.class).isThrownBy(() -> content.filter("constraint", "=", "<<"));
        }
    }

    @Test
    void aConceptIsToldWithTextsAndProperties() throws IOException {
        try (var library = GraphLibrary.open(directory)) {
            publish(library, "1");
            var content = library.find(URL, null).orElseThrow();
            var concept = content.find("100003");

            assertThat(content.properties(concept))
                    .containsExactlyInAnyOrder(
                            new ContentProperty("400002", "code", "200001", URL, "site"),
                            new ContentProperty("effectiveTime", "dateTime", "2026-01-31", null, null));
            assertThat(content.properties(content.find("100002")))
                    .containsExactly(new ContentProperty("strength", "integer", "5", null, null));
            assertThat(content.inactiveDesignations(concept))
                    .extracting(ContentDesignation::text)
                    .containsExactly("lung edema");
            assertThat(content.designations(concept))
                    .extracting(ContentDesignation::text)
                    .containsExactly("lung oedema finding");
        }
    }

    private static SmallRelease release() {
        return new SmallRelease()
                .concept("100001", "finding")
                .concept("100002", "lung finding", "100001")
                .concept("100003", "lung oedema finding", "100002")
                .text("100003", "en", SmallRelease.SYNONYM, "lung edema", true)
                .concept("200001", "site")
                .concept("400002", "finding site")
                .concept("500001", "set")
                .inactive("100009", "old")
                .attribute("100003", 1, "400002", "200001")
                .literal("100002", 0, "strength", "#5")
                .property("100003", "effectiveTime", "20260131")
                .property("100001", "moduleId", "300")
                .member("500001", "100002", Map.of());
    }

    private static CodeSystemSummary publish(GraphLibrary library, String version) throws IOException {
        var release = release();
        var source = new GraphSource() {
            @Override
            public GraphHeader header() {
                return new GraphHeader(URL, version, "Example", "en", false, List.of(), List.of());
            }

            @Override
            public void read(GraphSink sink) {
                release.read(sink);
            }
        };
        return library.publish(GraphCompiler.read(source), source);
    }

    private static String version(GraphLibrary library, @org.jspecify.annotations.Nullable String version) {
        return String.valueOf(library.find(URL, version).orElseThrow().header().version());
    }

    private static List<String> codes(CodeSystemContent content, int[] ordinals) {
        return Arrays.stream(ordinals).mapToObj(content::code).toList();
    }
}
