package org.hms.terminology.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hms.terminology.concept.Designation;
import org.hms.terminology.concept.DesignationUse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeSystemLibraryTest {
    private static final String URL = "https://example.org/codes";

    @TempDir
    Path directory;

    @Test
    void versionsStandSideBySideAndSurviveARestart() {
        try (var library = CodeSystemLibrary.open(directory)) {
            library.publish(source("2", "uno", "dos"));
            library.publish(source("1", "uno"));
        }
        try (var library = CodeSystemLibrary.open(directory)) {
            assertThat(library.find(URL, null).orElseThrow().header().version()).isEqualTo("1");
            assertThat(library.find(URL, "2").orElseThrow().find("dos")).isNotNegative();
            assertThat(library.find(URL, "3")).isEmpty();
            assertThat(library.list())
                    .extracting(CodeSystemSummary::version, CodeSystemSummary::current)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("2", false),
                            org.assertj.core.groups.Tuple.tuple("1", true));
        }
    }

    @Test
    void theSameContentIsPublishedOnce() {
        try (var library = CodeSystemLibrary.open(directory)) {
            var first = library.publish(source("1", "uno"));
            var second = library.publish(source("1", "uno"));

            assertThat(second).isEqualTo(first);
            assertThat(library.list()).hasSize(1);
        }
    }

    @Test
    void aRefusedSourceAndAnInterruptedImportLeaveNothingBehind() throws IOException {
        Files.createDirectories(directory.resolve("unfinished-123/index"));
        Files.writeString(directory.resolve("unfinished-123/codes.bin"), "half");
        try (var library = CodeSystemLibrary.open(directory)) {
            assertThatIllegalArgumentException().isThrownBy(() -> library.publish(source("1", "uno", "uno")));
            assertThat(library.list()).isEmpty();
        }
        try (var left = Files.list(directory)) {
            assertThat(left).isEmpty();
        }
    }

    private static CodeSystemSource source(String version, String... codes) {
        var concepts = List.of(codes).stream()
                .map(code -> new SourceConcept(
                        code, null, List.of(Designation.of("es", DesignationUse.PREFERRED, code)), Map.of()))
                .toList();
        return new CodeSystemSource(URL, version, "Prueba", "es", concepts);
    }
}
