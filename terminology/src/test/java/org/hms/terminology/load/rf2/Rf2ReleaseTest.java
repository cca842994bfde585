package org.hms.terminology.load.rf2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.hms.terminology.ecl.Ecl;
import org.hms.terminology.graph.CompiledGraph;
import org.hms.terminology.graph.GraphCompiler;
import org.hms.terminology.graph.GraphScrub;
import org.hms.terminology.load.UnreadableFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release of five made-up concepts in the form of the real one. */
class Rf2ReleaseTest {
    private static final String HEAD = "id\teffectiveTime\tactive\tmoduleId\t";
    private static final String MODULE = "999000991000000101";

    @TempDir
    Path directory;

    @Test
    void aSnapshotBecomesAGraph() throws IOException {
        write(directory);
        try (var release = Rf2Release.open(directory, null, "en", _ -> {});
                var graph = compile(release)) {
            assertThat(graph.version()).isEqualTo("http://snomed.info/sct/" + MODULE + "/version/20260131");
            assertThat(graph.display(graph.find("1000005"))).isEqualTo("Ache");
            assertThat(graph.isInactive(graph.find("1000006"))).isTrue();
            assertThat(Ecl.evaluate("< 138875005 : 1000007 = 1000008", graph).toArray())
                    .containsExactly(graph.find("1000005"));
            assertThat(Ecl.evaluate("* : 1000007 = #5", graph).toArray()).containsExactly(graph.find("1000008"));
            assertThat(Ecl.evaluate("1000005 {{ +HISTORY-MIN }}", graph).getCardinality())
                    .isEqualTo(2);
            assertThat(Ecl.evaluate("* {{ C moduleId = " + MODULE + " }}", graph)
                            .getCardinality())
                    .isEqualTo(4);
            assertThat(GraphScrub.compare(release, graph)).isEmpty();
        }
    }

    @Test
    void theLanguageThatIsAskedForIsShown() throws IOException {
        write(directory);
        try (var release = Rf2Release.open(directory, null, "es", _ -> {});
                var graph = compile(release)) {
            assertThat(graph.display(graph.find("1000005"))).isEqualTo("Dolor");
            assertThat(graph.display(graph.find("1000008"))).isEqualTo("Hand");
        }
    }

    @Test
    void theZipSaysWhatTheFolderSays() throws IOException {
        var zip = directory.resolve("release.zip");
        try (var archive = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
            write(archive.getPath("/"));
        }
        try (var release = Rf2Release.open(zip, null, "en", _ -> {});
                var graph = compile(release)) {
            assertThat(graph.size()).isEqualTo(5);
            assertThat(release.characters()).isPositive();
        }
    }

    @Test
    void whatIsNoReleaseIsRefused() throws IOException {
        var text = Files.writeString(directory.resolve("release.txt"), "no zip");

        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> Rf2Release.open(text, null, "en", _ -> {}))
                .withMessageContaining("release.txt");
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> Rf2Release.open(directory, null, "en", _ -> {}))
                .withMessageContaining("no snapshot file");
    }

    @Test
    void aVersionThatIsNoUriAndABrokenRowAreRefused() throws IOException {
        write(directory);
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> Rf2Release.open(directory, "2026", "en", _ -> {}))
                .withMessageContaining("2026");
        rows(
                "Terminology/sct2_Concept_Snapshot_TEST_20260131.txt",
                directory,
                HEAD + "definitionStatusId",
                "138875005\t1");
        try (var release = Rf2Release.open(directory, null, "en", _ -> {})) {
            assertThatExceptionOfType(UnreadableFile.class)
                    .isThrownBy(() -> GraphCompiler.read(release))
                    .withMessageContaining("line 2");
        }
    }

    private CompiledGraph compile(Rf2Release release) throws IOException {
        var target = Files.createDirectory(directory.resolve("generation"));
        GraphCompiler.read(release).write(target);
        return CompiledGraph.open(target);
    }

    private static void write(Path root) throws IOException {
        var state = "\t20260131\t1\t" + MODULE + "\t";
        var old = "\t20260131\t0\t" + MODULE + "\t";
        rows(
                "Terminology/sct2_Concept_Snapshot_TEST_20260131.txt",
                root,
                HEAD + "definitionStatusId",
                "138875005" + state + "900000000000074008",
                "1000005" + state + "900000000000073002",
                "1000006" + old + "900000000000074008",
                "1000007" + state + "900000000000074008",
                "1000008" + state + "900000000000074008");
        var texts = HEAD + "conceptId\tlanguageCode\ttypeId\tterm\tcaseSignificanceId";
        rows(
                "Terminology/sct2_Description_Snapshot-en_TEST_20260131.txt",
                root,
                texts,
                "11" + state + "1000005\ten\t900000000000003001\tAche (finding)\t900000000000448009",
                "12" + state + "1000005\ten\t900000000000013009\tAching\t900000000000448009",
                "13" + state + "1000005\ten\t900000000000013009\tAche\t900000000000448009",
                "14" + state + "1000008\ten\t900000000000013009\tHand\t900000000000448009",
                "15" + old + "1000008\ten\t900000000000013009\tHannd\t900000000000448009");
        rows(
                "Terminology/sct2_Description_Snapshot-es_TEST_20260131.txt",
                root,
                texts,
                "21" + state + "1000005\tes\t900000000000013009\tDolor\t900000000000448009");
        writeRelationships(root, state, old);
        writeReferenceSets(root, state);
    }

    private static void writeRelationships(Path root, String state, String old) throws IOException {
        var relations = "sourceId\tdestinationId\trelationshipGroup\ttypeId\tcharacteristicTypeId\tmodifierId";
        rows(
                "Terminology/sct2_Relationship_Snapshot_TEST_20260131.txt",
                root,
                HEAD + relations,
                "31" + state + "1000005\t138875005\t0\t116680003\t900000000000011006\t900000000000451002",
                "32" + state + "1000007\t138875005\t0\t116680003\t900000000000011006\t900000000000451002",
                "33" + state + "1000008\t138875005\t0\t116680003\t900000000000011006\t900000000000451002",
                "34" + state + "1000005\t1000008\t1\t1000007\t900000000000011006\t900000000000451002",
                "35" + state + "1000005\t1000006\t1\t1000007\t900000000000010007\t900000000000451002",
                "36" + old + "1000005\t1000006\t1\t1000007\t900000000000011006\t900000000000451002");
        rows(
                "Terminology/sct2_RelationshipConcreteValues_Snapshot_TEST_20260131.txt",
                root,
                HEAD + relations.replace("destinationId", "value"),
                "41" + state + "1000008\t#5\t1\t1000007\t900000000000011006\t900000000000451002");
    }

    private static void writeReferenceSets(Path root, String state) throws IOException {
        var columns = HEAD + "refsetId\treferencedComponentId";
        rows(
                "Refset/Language/der2_cRefset_LanguageSnapshot-en_TEST_20260131.txt",
                root,
                columns + "\tacceptabilityId",
                "a" + state + "900000000000509007\t13\t900000000000548007",
                "b" + state + "900000000000509007\t12\t900000000000549004",
                "c" + state + "450828004\t21\t900000000000548007");
        rows(
                "Refset/Content/der2_cRefset_AssociationSnapshot_TEST_20260131.txt",
                root,
                columns + "\ttargetComponentId",
                "d" + state + "900000000000527005\t1000006\t1000005");
        rows(
                "Refset/Metadata/der2_ssRefset_ModuleDependencySnapshot_TEST_20260131.txt",
                root,
                columns + "\tsourceEffectiveTime\ttargetEffectiveTime",
                "e" + state + "900000000000534007\t900000000000207008\t20260131\t20260131");
    }

    private static void rows(String name, Path root, String... lines) throws IOException {
        var file = root.resolve("Snapshot").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, String.join("\r\n", lines) + "\r\n");
    }
}
