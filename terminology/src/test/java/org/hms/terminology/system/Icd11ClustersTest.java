package org.hms.terminology.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hms.terminology.SharedData;
import org.hms.terminology.concept.Designation;
import org.hms.terminology.concept.DesignationUse;
import org.hms.terminology.concept.SystemUri;
import org.hms.terminology.content.ComposedContent;
import org.hms.terminology.load.ClassificationFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Icd11ClustersTest {
    private static final Path SUITE =
            Path.of("../../shared/data/terminology/icd11-postcoord-suite/postcoord-suite.csv");

    /** What only WHO's interface tells: the axes of a stem, which of them are required, and how many values each takes. */
    private static final Set<String> UNDECIDABLE = Set.of("G.1", "G.3", "G.4", "J.1", "K.2", "O.1");

    /** Its code came with a later release than the one at hand. */
    private static final String LATER = "N.3";

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "S1, true",
        "S1&XL, true",
        "S1&XL&XT, true",
        "S1&XL/S2&XR, true",
        "S1/S2, true",
        "XL, false",
        "S1&S2, false",
        "XL&S1, false",
        "S1&, false",
        "/S1, false",
        "S1//S2, false",
        "S1& XL, false",
        "S9, false",
        "S1&X9, false",
        "BLOCK, false",
        "S1&XL&XR, false",
        "S1&XT&XT, false",
        "S1&XP1&XQ, true",
        "S1&XP1&XP2, false",
        "S1&XP&XP2, false",
        "S1&XY1&XY3, true",
        "S1&XY1&XY2, false",
    })
    void aClusterStandsWhereItsPartsMay(String cluster, boolean valid) {
        try (var library = CodeSystemLibrary.open(directory)) {
            library.publish(release());
            var fault = new Icd11Clusters(library.find(SystemUri.ICD_11, null).orElseThrow()).fault(cluster);

            assertThat(fault.isEmpty()).as(String.valueOf(fault)).isEqualTo(valid);
        }
    }

    @Test
    void aClusterIsACodeThatStandsBeneathItsFirstStem() {
        try (var library = CodeSystemLibrary.open(directory)) {
            library.publish(release());
            var content =
                    ComposedContent.of(library.find(SystemUri.ICD_11, null).orElseThrow());
            var cluster = content.find("S1&XL&XT/S2");

            assertThat(content.display(cluster)).isEqualTo("title S1 & title XL & title XT / title S2");
            assertThat(content.find("S1&XT&XL/S2")).isEqualTo(cluster);
            assertThat(content.find("S1&S2")).isNegative();
            assertThat(content.expressionFault("S1&S2").orElseThrow()).contains("stem codes are joined by /");
            assertThat(content.subsumes(content.find("BLOCK"), cluster)).isTrue();
            assertThat(content.subsumes(content.find("S2"), cluster)).isFalse();
            assertThat(content.subsumes(content.find("S1&XL"), cluster)).isTrue();
            assertThat(content.subsumes(cluster, content.find("S1&XL"))).isFalse();
            assertThat(content.filter("concept", "is-a", "S1").orElseThrow().contains(cluster))
                    .isTrue();
        }
    }

    @Test
    void theCasesOfOthersComeOutAsTheyExpectButForWhatTheTabulationDoesNotSay() throws IOException {
        assumeTrue(Files.exists(SUITE), "Skipped: the postcoordination cases are not beside the project");
        var reading = ClassificationFormat.ICD_11_TABULATION.read(SharedData.icd11English());
        try (var library = CodeSystemLibrary.open(directory);
                var cases = CsvReader.builder().ofNamedCsvRecord(SUITE)) {
            library.publish(new CodeSystemSource(SystemUri.ICD_11, "2024-01", "ICD-11", "en", reading.concepts()));
            var clusters =
                    new Icd11Clusters(library.find(SystemUri.ICD_11, null).orElseThrow());
            var compared = 0;
            var different = new TreeSet<String>();
            for (var one : cases) {
                if (one.getField("system").equals(SystemUri.ICD_11)
                        && !one.getField("id").equals(LATER)) {
                    compared++;
                    if (clusters.fault(one.getField("expression")).isEmpty() != isExpected(one)) {
                        different.add(one.getField("id"));
                    }
                }
            }
            assertThat(compared).isEqualTo(52);
            assertThat(different).isEqualTo(new TreeSet<>(UNDECIDABLE));
        }
    }

    private static boolean isExpected(NamedCsvRecord one) {
        return one.getField("expectedValid").equals("true");
    }

    private static CodeSystemSource release() {
        return new CodeSystemSource(
                SystemUri.ICD_11,
                "1",
                "ICD-11",
                "en",
                List.of(
                        concept("BLOCK", null, "block"),
                        concept("S1", "BLOCK", "category"),
                        concept("S2", "BLOCK", "category"),
                        concept("979408586", null, "chapter"),
                        concept("1435602785", "979408586", "block"),
                        concept("1897222875", "979408586", "block"),
                        concept("TYPES", "1897222875", "block"),
                        concept("XY1", "TYPES", "category"),
                        concept("XY2", "TYPES", "category"),
                        concept("TIMES", "1897222875", "block"),
                        concept("XY3", "TIMES", "category"),
                        concept("XL", "1435602785", "category"),
                        concept("XR", "1435602785", "category"),
                        concept("XT", "979408586", "category"),
                        concept("1004338415", "979408586", "block"),
                        concept("XP", "1004338415", "category"),
                        concept("XP1", "XP", "category"),
                        concept("XP2", "XP", "category"),
                        concept("XQ", "1004338415", "category")));
    }

    private static SourceConcept concept(String code, @Nullable String parent, String kind) {
        var properties = kind.equals("category") ? Map.of("kind", kind) : Map.of("kind", kind, "notSelectable", "true");
        return new SourceConcept(
                code, parent, List.of(Designation.of("en", DesignationUse.PREFERRED, "title " + code)), properties);
    }
}
