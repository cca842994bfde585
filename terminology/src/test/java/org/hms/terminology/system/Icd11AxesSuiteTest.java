package org.hms.terminology.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.hms.terminology.SharedData;
import org.hms.terminology.concept.SystemUri;
import org.hms.terminology.load.ClassificationFormat;
import org.hms.terminology.load.icd11.Icd11AxesImporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The cases of others that the tabulation leaves undecided. WHO's entities are not at hand; six stem codes have here the axes of
 * which the column rationale of the cases speaks, in WHO's form.
 */
class Icd11AxesSuiteTest {
    private static final Path SUITE =
            Path.of("../../shared/data/terminology/icd11-postcoord-suite/postcoord-suite.csv");

    /** Its code came with a later release than the one at hand. */
    private static final String LATER = "N.3";

    private static final String LATERALITY = "1435602785";
    private static final String ANATOMY = "1154280071";
    private static final String INFECTIOUS_AGENTS = "71556738";
    private static final String INFECTIONS = "1435254666";
    private static final String DESCRIPTORS = "1897222875";

    @TempDir
    Path directory;

    @Test
    void withTheAxesOfSixStemsAllCasesComeOutAsExpected() throws IOException {
        assumeTrue(Files.exists(SUITE), "Skipped: the postcoordination cases are not beside the project");
        var reading = ClassificationFormat.ICD_11_TABULATION.read(SharedData.icd11English());
        try (var library = CodeSystemLibrary.open(directory.resolve("systems"));
                var cases = CsvReader.builder().ofNamedCsvRecord(SUITE)) {
            library.publish(new CodeSystemSource(SystemUri.ICD_11, "2024-01", "ICD-11", "en", reading.concepts()));
            var file = Files.writeString(directory.resolve("six.jsonl"), sixStems());
            var axes = Icd11AxesImporter.read(
                    file, library.find(SystemUri.ICD_11, null).orElseThrow());
            library.publish(axes.release());
            var clusters =
                    new Icd11Clusters(library.find(SystemUri.ICD_11, null).orElseThrow());
            var compared = 0;
            var different = new ArrayList<String>();
            for (var one : cases) {
                if (one.getField("system").equals(SystemUri.ICD_11)
                        && !one.getField("id").equals(LATER)) {
                    compared++;
                    var fault = clusters.fault(one.getField("expression"));
                    if (fault.isEmpty() != one.getField("expectedValid").equals("true")) {
                        different.add(one.getField("id") + " " + fault.orElse("stands"));
                    }
                }
            }
            assertThat(axes.codes()).isEqualTo(5);
            assertThat(axes.bare()).isEqualTo(1);
            assertThat(compared).isEqualTo(52);
            assertThat(different).isEmpty();
        }
    }

    private static String sixStems() {
        return String.join(
                "\n",
                // BA41.0. B.1: "anatomy extension on axis-bearing stem"; B.2: "AllowAlways"; G.1: "no laterality axis"
                entity("391388807", "BA41.0", axis("specificAnatomy", false, "AllowAlways", ANATOMY)),
                // DD51. D.1: "left inguinal hernia"; G.3: "heart anatomy" is of no axis of it; K.1: one value of
                // laterality
                entity("474718032", "DD51", axis("laterality", false, "NotAllowed", LATERALITY)),
                // GB51. B.3: "laterality and infectious agent"; K.1: laterality takes one value; G.4: no anatomy of the
                // heart
                entity(
                        "441183088",
                        "GB51",
                        axis("laterality", false, "NotAllowed", LATERALITY),
                        axis("infectiousAgent", false, "AllowAlways", INFECTIOUS_AGENTS)),
                // CB41. J.1: "required Has-causing-condition axis"; J.2: "infectious encephalitis as causing condition"
                entity("370028006", "CB41", axis("hasCausingCondition", true, "AllowAlways", INFECTIONS)),
                // 5A11. K.2: "Type-2 axes typically NotAllowed multi"
                entity("119724091", "5A11", axis("descriptor", false, "NotAllowed", DESCRIPTORS)),
                // BA52. O.1: "no declared postcoordination axes"
                entity("1280712786", "BA52", ""));
    }

    private static String entity(String number, String code, String... axes) {
        return "{\"@id\":\"%s\",\"code\":\"%s\",\"postcoordinationScale\":[%s]}"
                .formatted(url(number), code, String.join(",", axes));
    }

    private static String axis(String name, boolean required, String multiple, String value) {
        return ("{\"axisName\":\"http://id.who.int/icd/schema/%s\",\"requiredPostcoordination\":\"%s\","
                        + "\"allowMultipleValues\":\"%s\",\"scaleEntity\":[\"%s\"]}")
                .formatted(name, required, multiple, url(value));
    }

    private static String url(String number) {
        return "http://id.who.int/icd/release/11/2024-01/mms/" + number;
    }
}
