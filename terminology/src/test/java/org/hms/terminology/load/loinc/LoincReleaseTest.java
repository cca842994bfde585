package org.hms.terminology.load.loinc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.hms.terminology.content.CodeSystemContent;
import org.hms.terminology.content.ContentDesignation;
import org.hms.terminology.content.ContentProperty;
import org.hms.terminology.graph.GraphCompiler;
import org.hms.terminology.load.UnreadableFile;
import org.hms.terminology.system.GraphLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Terms that are made up, in the form of the real release. */
class LoincReleaseTest {
    private static final Path SUBSET = Path.of("../../shared/tx-suite/tx-ecosystem/tx-source/loinc");
    private static final String URL = "http://loinc.org";

    @TempDir
    Path directory;

    @Test
    void termsPartsAndAnswersBecomeAGraph() throws IOException {
        write();
        try (var library = GraphLibrary.open(directory.resolve("graphs"));
                var release = LoincRelease.open(directory.resolve("release"), "9.99", _ -> {})) {
            library.publish(GraphCompiler.read(release), release);
            var content = library.find(URL, "9.99").orElseThrow();
            var term = content.find("90001-1");

            assertThat(content.display(term)).isEqualTo("Made up in Blood");
            assertThat(content.designations(term))
                    .extracting(ContentDesignation::language, ContentDesignation::text)
                    .contains(org.assertj.core.groups.Tuple.tuple("es-AR", "Inventado en sangre"));
            assertThat(content.isInactive(content.find("90002-9"))).isTrue();
            assertThat(content.properties(term))
                    .contains(
                            new ContentProperty("SYSTEM", "code", "LP9001-1", URL, "Blood"),
                            new ContentProperty("COMPONENT", "string", "Made up", null, null));
            assertThat(selected(content, "SYSTEM", "LP9001-1")).containsExactly("90001-1");
            assertThat(selected(content, "SYSTEM", "Blood")).containsExactly("90001-1");
            assertThat(selected(content, "STATUS", "DEPRECATED")).containsExactly("90002-9");
            assertThat(selected(content, "LIST", "LL9001-1")).containsExactly("LA9001-1");
            assertThat(selected(content, "ancestor", "LP9000-1")).containsExactly("90001-1", "LP9001-1");
        }
    }

    @Test
    void aReleaseWithoutVersionOrTableIsRefused() throws IOException {
        write();
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> LoincRelease.open(directory.resolve("release"), null, _ -> {}))
                .withMessageContaining("Name the release");
        Files.delete(directory.resolve("release/LoincTable/Loinc.csv"));
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> LoincRelease.open(directory.resolve("release"), "1", _ -> {}))
                .withMessageContaining("Loinc.csv");
    }

    @Test
    void hl7sSubsetIsReadAndComparedWithItsSource() throws IOException {
        assumeTrue(Files.exists(SUBSET), "Skipped: HL7's subset of LOINC is not beside the project");
        try (var library = GraphLibrary.open(directory.resolve("graphs"));
                var release = LoincRelease.open(SUBSET, "2.81", _ -> {})) {
            library.publish(GraphCompiler.read(release), release);
            var content = library.find(URL, null).orElseThrow();

            assertThat(content.size()).isGreaterThan(450);
            assertThat(content.properties(content.find("100007-4")))
                    .contains(new ContentProperty("PROPERTY", "code", "LP6813-2", URL, "Finding"));
        }
    }

    private static List<String> selected(CodeSystemContent content, String property, String value) {
        return Arrays.stream(content.filter(property, "=", value).orElseThrow().toArray())
                .mapToObj(content::code)
                .toList();
    }

    private void write() throws IOException {
        file(
                "LoincTable/Loinc.csv",
                "\"LOINC_NUM\",\"COMPONENT\",\"SYSTEM\",\"STATUS\",\"LONG_COMMON_NAME\"",
                "\"90001-1\",\"Made up\",\"Bld\",\"ACTIVE\",\"Made up in Blood\"",
                "\"90002-9\",\"Old\",\"Bld\",\"DEPRECATED\",\"Old in Blood\"");
        file(
                "AccessoryFiles/PartFile/Part.csv",
                "PartNumber,PartTypeName,PartName,PartDisplayName,Status",
                "LP9001-1,SYSTEM,Bld,Blood,ACTIVE");
        file(
                "AccessoryFiles/PartFile/LoincPartLink_Primary.csv",
                "LoincNumber,PartNumber,Property",
                "90001-1,LP9001-1,http://loinc.org/property/SYSTEM");
        file(
                "AccessoryFiles/ComponentHierarchyBySystem/ComponentHierarchyBySystem.csv",
                "PATH_TO_ROOT,SEQUENCE,IMMEDIATE_PARENT,CODE,CODE_TEXT",
                ",1,,LP9000-1,Laboratory",
                "LP9000-1,1,LP9000-1,LP9001-1,Blood",
                "LP9000-1.LP9001-1,1,LP9001-1,90001-1,Made up");
        file(
                "AccessoryFiles/AnswerFile/AnswerList.csv",
                "AnswerListId,AnswerListName,AnswerStringId,DisplayText",
                "LL9001-1,Yes or no,LA9001-1,Yes");
        file(
                "AccessoryFiles/LinguisticVariants/esAR7LinguisticVariant.csv",
                "LOINC_NUM,LONG_COMMON_NAME",
                "90001-1,Inventado en sangre");
    }

    private void file(String name, String... lines) throws IOException {
        var file = directory.resolve("release").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, String.join("\n", lines) + "\n");
    }
}
