package org.hms.terminology.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.hms.terminology.content.CodeSystemContent;
import org.hms.terminology.content.ContentDesignation;
import org.hms.terminology.content.ContentProperty;
import org.hms.terminology.graph.GraphCompiler;
import org.hms.terminology.system.GraphLibrary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileReleaseTest {
    private static final String URL = "https://example.org/scheme";
    private static final String SCHEME = """
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            @prefix owl: <http://www.w3.org/2002/07/owl#> .
            <https://example.org/scheme> a skos:ConceptScheme ; owl:versionInfo "3" .
            <https://example.org/c/top> a skos:Concept ; skos:prefLabel "Arriba"@es ; skos:narrower <https://example.org/c/b> .
            <https://example.org/c/a> a skos:Concept ; skos:notation "A1" ; skos:prefLabel "Uno"@es, "One"@en ;
              skos:altLabel "Eins"@de ; skos:definition "La primera"@es ; skos:broader <https://example.org/c/top> .
            <https://example.org/c/b> a skos:Concept ; skos:notation "B1" ; skos:prefLabel "Dos"@es ;
              skos:broader <https://example.org/c/a> ; owl:deprecated true .
            """;

    @TempDir
    Path directory;

    @Test
    void aConceptSchemeBecomesAGraph() throws IOException {
        var file = Files.writeString(directory.resolve("scheme.ttl"), SCHEME);
        try (var library = published(GraphFormat.SKOS, file, new ReleaseName(null, null, "es"))) {
            var content = library.find(URL, "3").orElseThrow();
            var concept = content.find("B1");

            assertThat(codes(content, content.parents(concept))).containsExactly("A1", "top");
            assertThat(content.isInactive(concept)).isTrue();
            assertThat(content.designations(content.find("A1")))
                    .extracting(ContentDesignation::text)
                    .containsExactlyInAnyOrder("Uno", "One", "Eins");
            assertThat(content.properties(content.find("A1")))
                    .containsExactly(new ContentProperty("definition", "string", "La primera", null, null));
        }
    }

    @Test
    void aCsvOfCodesBecomesAGraph() throws IOException {
        var file = Files.writeString(
                directory.resolve("local.csv"),
                "code,display,display:en,parent,inactive,colour\n" + "a,Uno,One,,,red\nb,Dos,,,,\nc,Tres,,a;b,true,\n");
        try (var library = published(GraphFormat.CSV, file, new ReleaseName(URL, "1", "es"))) {
            var content = library.find(URL, null).orElseThrow();

            assertThat(codes(content, content.parents(content.find("c")))).containsExactly("a", "b");
            assertThat(content.display(content.find("a"))).isEqualTo("Uno");
            assertThat(content.filter("colour", "=", "red").orElseThrow().toArray())
                    .containsExactly(content.find("a"));
            assertThat(content.isInactive(content.find("c"))).isTrue();
        }
    }

    @Test
    void whatTheFileDoesNotSayMustBeNamed() throws IOException {
        var scheme = Files.writeString(
                directory.resolve("scheme.ttl"), SCHEME.replace("owl:versionInfo \"3\"", "a owl:Thing"));
        var csv = Files.writeString(directory.resolve("local.csv"), "code,display\n,Nada\n");

        assertThatIllegalArgumentException().isThrownBy(() -> open(GraphFormat.SKOS, scheme, null));
        assertThatIllegalArgumentException().isThrownBy(() -> open(GraphFormat.CSV, csv, null));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> GraphCompiler.read(GraphFormat.CSV.open(csv, new ReleaseName(URL, "1", "es"), _ -> {})))
                .withMessageContaining("Line 2");
        var broken = Files.writeString(directory.resolve("broken.ttl"), "this is no RDF");
        assertThatIllegalArgumentException().isThrownBy(() -> open(GraphFormat.SKOS, broken, "1"));
    }

    private static void open(GraphFormat format, Path file, @Nullable String version) throws IOException {
        format.open(file, new ReleaseName(null, version, "es"), _ -> {}).close();
    }

    private GraphLibrary published(GraphFormat format, Path file, ReleaseName name) throws IOException {
        var library = GraphLibrary.open(directory.resolve("graphs"));
        try (var release = format.open(file, name, _ -> {})) {
            library.publish(GraphCompiler.read(release), release);
        }
        return library;
    }

    private static List<String> codes(CodeSystemContent content, int[] ordinals) {
        return IntStream.of(ordinals).mapToObj(content::code).toList();
    }
}
