package org.hms.terminology.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hms.terminology.concept.Designation;
import org.hms.terminology.concept.DesignationUse;
import org.hms.terminology.concept.SystemUri;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Icd11TitlesTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "FZ, XULNA, F2 says by itself",
        "FZ, XRADIUS, ''",
        "F2, XULNA, ''",
        "BZ, XVIRUS, B0 says by itself",
        "B0, XVIRUS, ''",
        "FZ, XOPEN, ''",
        "F2, XOPEN, ''",
        "BZ, XOPEN, said of fractures",
    })
    void whatTitlesSayAgainstACluster(String stem, String extension, String fault) {
        try (var library = CodeSystemLibrary.open(directory)) {
            library.publish(release());
            var titles = new Icd11Titles(library.find(SystemUri.ICD_11, null).orElseThrow());

            assertThat(titles.findSaidAlready(stem, extension)
                            .or(() -> titles.findNoFracture(stem, extension))
                            .orElse(""))
                    .matches(fault.isEmpty() ? "" : ".*" + fault + ".*");
        }
    }

    private static CodeSystemSource release() {
        return new CodeSystemSource(
                SystemUri.ICD_11,
                "1",
                "ICD-11",
                "en",
                List.of(
                        concept("F", null, "Fracture of forearm"),
                        concept("F2", "F", "Fracture of shaft of ulna"),
                        concept("F4", "F", "Fracture of shafts of both ulna and radius"),
                        concept("FZ", "F", "Fracture of forearm, unspecified"),
                        concept("B", null, "Acute bronchiolitis"),
                        concept("B0", "B", "Acute bronchiolitis due to syncytial virus"),
                        concept("BZ", "B", "Acute bronchiolitis, unspecified"),
                        concept("X", null, "Extension codes"),
                        concept("XULNA", "X", "Shaft of the ulna"),
                        concept("XRADIUS", "X", "Shaft of the radius"),
                        concept("XVIRUS", "X", "Human syncytial virus"),
                        concept("XKIND", "X", "Open fracture or closed fracture"),
                        concept("XOPEN", "XKIND", "Open")));
    }

    private static SourceConcept concept(String code, @Nullable String parent, String title) {
        return new SourceConcept(
                code,
                parent,
                List.of(Designation.of("en", DesignationUse.PREFERRED, title)),
                Map.of("kind", "category"));
    }
}
