package org.hms.terminology.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.hms.terminology.concept.SystemUri;
import org.hms.terminology.graph.MapHeader;
import org.hms.terminology.graph.MapRow;
import org.hms.terminology.system.MapLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapImportTest {
    private static final Path WHO = Path.of("../../shared/data/terminology/icd10-11-map");
    private static final Path MONDO = Path.of("../../shared/data/terminology/sssom");
    private static final String URL = "https://example.org/map";

    @TempDir
    Path directory;

    @Test
    void whosMapIsReadFromBothEndsAndSaysOnlyThatCodesAreRelated() throws IOException {
        var reading = WhoMapImporter.read(stream("""
                10ClassKind\tDepth\ticd10Code\ticd10Title\t11ClassKind\tDepth\tLinearization (release) URI\ticd11Code\ticd11Title\t2024
                category\t1\tZ00\tFirst\tcategory\t1\thttp://id.who.int/icd/release/11/2024-01/mms/1\tQQ0Z\tPrimero
                category\t1\tZ01\tSecond\tblock\t1\thttp://id.who.int/icd/release/11/2024-01/mms/77\t\tSegundo
                category\t1\tZ02\tThird\t\t\t\t\t
                category\t1\t\tNone\tcategory\t1\t\tQQ0Z\tPrimero
                """));
        try (var library = MapLibrary.open(directory)) {
            var header = new MapHeader(URL, "1", "map", reading.source(), reading.target());
            var map = library.publish(header, reading.rows());

            assertThat(map.from("Z00")).containsExactly(new MapRow("Z00", "First", "QQ0Z", "Primero", "relatedto", ""));
            assertThat(map.to("77")).extracting(MapRow::source).containsExactly("Z01");
            assertThat(map.from("Z02")).extracting(MapRow::equivalence).containsExactly("unmatched");
            assertThat(map.from("Z99")).isEmpty();
            assertThat(map.to("")).isEmpty();
            assertThat(reading.rejected()).extracting(RowIssue::line).containsExactly(5L);
            assertThat(library.between(SystemUri.ICD_10, SystemUri.ICD_11)).containsExactly(map);
            assertThat(library.between(SystemUri.ICD_11, null)).isEmpty();
        }
    }

    @Test
    void versionsOfAMapStandSideBySideAndTheSameIsPublishedOnce() throws IOException {
        var row = new MapRow("A", "", "B", "", "equivalent", "");
        var wider = new MapRow("A", "", "C", "", "wider", "");
        try (var library = MapLibrary.open(directory)) {
            library.publish(new MapHeader(URL, "1", "map", "s", "t"), java.util.List.of(row));
            library.publish(new MapHeader(URL, "1", "map", "s", "t"), java.util.List.of(row));
            library.publish(new MapHeader(URL, "2", "map", "s", "t"), java.util.List.of(wider));
        }
        try (var library = MapLibrary.open(directory)) {
            assertThat(library.list()).hasSize(2);
            assertThat(library.find(URL, null).orElseThrow().from("A")).containsExactly(wider);
            assertThat(library.find(URL, "1").orElseThrow().to("B")).containsExactly(row);
            assertThat(library.between("s", "t")).hasSize(1);
        }
    }

    @Test
    void sssomKeepsWhatThePredicateSaysAndTheJustification() {
        var readings = SssomImporter.read(stream("""
                # curie_map:
                #   LOCAL: https://example.org/local/
                #   SCTID: http://snomed.info/id/
                # mapping_set_id: https://example.org/set
                subject_id\tsubject_label\tpredicate_id\tpredicate_modifier\tobject_id\tobject_source\tmapping_justification\tcomment
                LOCAL:1\tone\tskos:broadMatch\t\tSCTID:100001\t\tsemapv:ManualMappingCuration\tsure
                LOCAL:2\ttwo\tskos:exactMatch\tNot\tSCTID:100002\t\tsemapv:ManualMappingCuration\t
                LOCAL:3\tthree\tskos:exactMatch\t\tsssom:NoTermFound\thttp://snomed.info/id/\tsemapv:MappingReview\t
                LOCAL:4\tfour\towl:sameAs\t\tSCTID:100004\t\tsemapv:ManualMappingCuration\t
                OTHER:5\tfive\tskos:exactMatch\t\tSCTID:100005\t\tsemapv:ManualMappingCuration\t
                LOCAL:6\tsix\tskos:exactMatch\t\tSCTID:100006\t\t\t
                """));

        assertThat(readings).singleElement().satisfies(reading -> {
            assertThat(reading.target()).isEqualTo(SystemUri.SNOMED_CT);
            assertThat(reading.rows())
                    .containsExactly(
                            new MapRow("1", "one", "100001", "", "wider", "semapv:ManualMappingCuration sure"),
                            new MapRow("2", "two", "100002", "", "disjoint", "semapv:ManualMappingCuration"),
                            new MapRow("3", "three", "", "", "unmatched", "semapv:MappingReview"));
            assertThat(reading.rejected()).extracting(RowIssue::code).containsExactly("LOCAL:4", "OTHER:5", "LOCAL:6");
        });
    }

    @Test
    void whatIsNoMapIsRefused() {
        assertThatExceptionOfType(UnreadableFile.class).isThrownBy(() -> WhoMapImporter.read(stream("")));
        assertThatExceptionOfType(UnreadableFile.class).isThrownBy(() -> WhoMapImporter.read(stream("a\tb\n1\t2\n")));
        assertThat(SssomImporter.read(stream("nothing\nhere\n")).getFirst().rows())
                .isEmpty();
    }

    @Test
    void whosFilesAndMondosSetsAreReadWhole() throws IOException {
        assumeTrue(Files.exists(WHO), "Skipped: WHO's maps are not beside the project");
        assertThat(who("10To11MapToOneCategory.txt.gz").rows()).hasSize(12_597);
        assertThat(who("10To11MapToOneCategory.txt.gz").name()).isEqualTo("who-icd-10-to-icd-11");
        assertThat(who("10To11MapToMultipleCategories.txt.gz").name()).isEqualTo("who-icd-10-to-icd-11-several");
        assertThat(who("11To10MapToOneCategory.txt.gz").source()).isEqualTo(SystemUri.ICD_11);
        try (var file = Files.newInputStream(MONDO.resolve("mondo_narrowmatch_icd11.foundation.sssom.tsv"))) {
            var reading = SssomImporter.read(file).getFirst();

            assertThat(reading.rejected()).isEmpty();
            assertThat(reading.rows()).extracting(MapRow::equivalence).containsOnly("narrower");
            assertThat(reading.target()).isEqualTo("http://id.who.int/icd/entity");
        }
    }

    private static MapReading who(String name) throws IOException {
        try (var file = new GZIPInputStream(Files.newInputStream(WHO.resolve(name)))) {
            return WhoMapImporter.read(file);
        }
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
