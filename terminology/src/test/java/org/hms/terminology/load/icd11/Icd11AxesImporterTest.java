package org.hms.terminology.load.icd11;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hms.terminology.load.icd11.EntityFiles.bytes;
import static org.hms.terminology.load.icd11.EntityFiles.file;
import static org.hms.terminology.load.icd11.EntityFiles.gzip;
import static org.hms.terminology.load.icd11.EntityFiles.zip;
import static org.hms.terminology.load.icd11.InventedRelease.axis;
import static org.hms.terminology.load.icd11.InventedRelease.entity;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.hms.terminology.TerminologyService;
import org.hms.terminology.concept.SystemUri;
import org.hms.terminology.content.CodeSystemContent;
import org.hms.terminology.content.ContentProperty;
import org.hms.terminology.graph.CompileIssues.Issue;
import org.hms.terminology.load.UnreadableFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class Icd11AxesImporterTest extends ReleaseAtHand {
    private static final Issue LACKING =
            new Issue("The file lacks the code; its clusters are judged as if axes were unknown", 1, "Q4");

    private AxesReport load(Path file) throws IOException {
        var reading = Icd11AxesImporter.read(file, release());
        return reading.report(library.publish(reading.release()));
    }

    static Stream<Arguments> forms() throws IOException {
        var entities = InventedRelease.entities();
        var lines = InventedRelease.lines();
        var array = "[" + String.join(",\n", entities) + "]";
        return Stream.of(
                Arguments.of("lines", bytes(lines)),
                Arguments.of("lines with a byte order mark", bytes("\ufeff" + lines)),
                Arguments.of("array", bytes(array)),
                Arguments.of("gzipped lines", gzip(bytes(lines))),
                Arguments.of("gzipped array", gzip(bytes(array))),
                Arguments.of("zip of one file", zip("all.json", array)),
                Arguments.of(
                        "zip of a folder",
                        zip(Stream.concat(
                                        Stream.of("mms/readme.txt", "no JSON", "__MACOSX/mms/._0.json", "no JSON"),
                                        entities.stream()
                                                .flatMap(one ->
                                                        Stream.of("mms/" + entities.indexOf(one) + ".json", one)))
                                .toArray(String[]::new))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void theAxesComeOutAlikeInWhateverFormTheFileIs(String name, byte[] file) throws IOException {
        var report = load(file(directory, file));

        assertThat(report.read()).isEqualTo(36);
        assertThat(report.codes()).isEqualTo(5);
        assertThat(report.bare()).isEqualTo(31);
        assertThat(report.axes()).isEqualTo(9);
        assertThat(report.values()).isEqualTo(11);
        assertThat(report.leftOut()).containsExactly(LACKING);
        assertThat(axes("Q1"))
                .containsExactly(
                        "laterality NotAllowed 1435602785",
                        "specificAnatomy AllowAlways 300",
                        "placeOfOccurrence AllowedExceptFromSameBlock 400",
                        "infectiousAgent AllowedExceptFromSameBlock 500 510",
                        "second NotAllowed XG3");
        assertThat(axes("Q1.Z")).containsExactly("laterality NotAllowed 1435602785");
        assertThat(axes("Q2")).containsExactly("hasCausingCondition required AllowAlways BlockL1-C 400");
        assertThat(axes("Q3")).containsExactly("none");
        assertThat(axes("Q4")).isEmpty();
    }

    @Test
    void aDryRunTellsTheSameAndLeavesTheReleaseAsItIs() throws IOException {
        library.close();
        var file = file(directory, bytes(InventedRelease.lines()));
        try (var terminology = TerminologyService.open(directory.resolve("terminology"))) {
            var before = terminology.codeSystems();
            var dry = terminology.importAxes(file, InventedRelease.VERSION, true);

            assertThat(dry.published()).isNull();
            assertThat(terminology.codeSystems()).isEqualTo(before);
            assertThat(terminology.importAxes(file, InventedRelease.VERSION, false))
                    .usingRecursiveComparison()
                    .ignoringFields("published")
                    .isEqualTo(dry);
            assertThat(terminology.codeSystems()).hasSize(2);
            assertThatThrownBy(() -> terminology.importAxes(file, "2029-01", false))
                    .isInstanceOf(UnreadableFile.class)
                    .hasMessageContaining("There is no release 2029-01 of ICD-11");
            var half = file(directory, bytes(InventedRelease.lines() + "\n{"));
            assertThatThrownBy(() -> terminology.importAxes(half, InventedRelease.VERSION, false))
                    .hasMessageContaining("line 37: This is not JSON, or ends in the middle of it");
            assertThat(terminology.codeSystems()).hasSize(2);
        }
    }

    @Test
    void theSameAxesAgainAreRecognisedAndOthersTakeTheirPlace() throws IOException {
        var lines = bytes(InventedRelease.lines());
        var first = load(file(directory, lines)).published();
        var again = load(file(directory, lines)).published();
        var other = entity("104", "Q3", axis("laterality", "\"false\"", "NotAllowed", "1435602785"));
        var replaced = load(file(directory, bytes(other)));

        assertThat(again).isEqualTo(first);
        assertThat(replaced.published().contentHash()).isNotEqualTo(first.contentHash());
        assertThat(axes("Q3")).containsExactly("laterality NotAllowed 1435602785");
        assertThat(axes("Q1")).isEmpty();
        assertThat(library.contentsOf(SystemUri.ICD_11)).hasSize(1);
    }

    @Test
    void theRestOfTheReleaseIsWhatItWas() throws IOException {
        var before = codes();
        load(file(directory, bytes(InventedRelease.lines())));

        assertThat(codes()).isEqualTo(before);
        assertThat(release().propertyDefinitions())
                .extracting(property -> property.code())
                .contains("postcoordinationScale", "kind");
    }

    @Test
    void whatTheReleaseDoesNotHaveIsCountedAndNotDropped() throws IOException {
        var lines = String.join(
                "\n",
                entity("104", "Q3", axis("laterality", "\"false\"", "NotAllowed", "999", "1435602785", "998")),
                entity("105", "Q4", axis("burn", "\"true\"", "NotAllowed", "999")),
                entity("104", "Q3"),
                entity("997", "QX"),
                InventedRelease.lines());
        var report = load(file(directory, bytes(lines)));

        assertThat(report.leftOut())
                .containsExactlyInAnyOrder(
                        new Issue("A value of an axis is not in the release", 3, "Q3 laterality 999"),
                        new Issue("An axis has no value in the release", 1, "Q4 burn"),
                        new Issue("The entity is not in the release", 1, "997"),
                        new Issue(
                                "The entity stands in the file more than once, and counts as it stands first",
                                2,
                                "Q3"));
        assertThat(axes("Q3")).containsExactly("laterality NotAllowed 1435602785");
        assertThat(axes("Q4")).containsExactly("none");
    }

    @Test
    void theRootOfTheLinearizationIsNoEntity() throws IOException {
        var root = "{\"@id\":\"http://id.who.int/icd/release/11/2031-07/mms\",\"child\":[]}\n";
        var report = load(file(directory, bytes(root + InventedRelease.lines())));

        assertThat(report.read()).isEqualTo(36);
    }

    private List<String> axes(String code) {
        var release = release();
        return release.properties(release.find(code)).stream()
                .filter(property -> property.code().equals("postcoordinationScale"))
                .map(ContentProperty::value)
                .toList();
    }

    private List<String> codes() {
        var release = release();
        return Stream.iterate(0, ordinal -> ordinal < release.size(), ordinal -> ordinal + 1)
                .map(ordinal -> shown(release, ordinal))
                .toList();
    }

    private static String shown(CodeSystemContent release, int ordinal) {
        var properties = release.properties(ordinal).stream()
                .filter(property -> !property.code().equals("postcoordinationScale"))
                .toList();
        return release.code(ordinal)
                + release.designations(ordinal)
                + Arrays.toString(release.parents(ordinal))
                + properties;
    }
}
