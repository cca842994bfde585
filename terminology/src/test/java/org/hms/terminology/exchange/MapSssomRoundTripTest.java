package org.hms.terminology.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.hms.terminology.concept.MappingRelation;
import org.hms.terminology.concept.SystemUri;
import org.hms.terminology.graph.MapHeader;
import org.hms.terminology.graph.MapRow;
import org.hms.terminology.load.MapReading;
import org.hms.terminology.load.SssomImporter;
import org.hms.terminology.system.MapLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MapSssomRoundTripTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(longs = {3, 20261123})
    void anImportedMapIsImportedAgainFromItsExport(long seed) throws IOException {
        var random = new Random(seed);
        var rows = new ArrayList<MapRow>();
        for (var number = 0; number < 400; number++) {
            rows.add(row(random, number));
        }
        try (var library = MapLibrary.open(directory)) {
            var header =
                    new MapHeader("https://example.org/map", "1", "Mapa \"uno\"", SystemUri.ICD_10, SystemUri.ICD_11);
            var map = library.publish(header, rows);
            var out = new StringWriter();
            MapSssomWriter.write(map, out);

            var readings =
                    SssomImporter.read(new ByteArrayInputStream(out.toString().getBytes(StandardCharsets.UTF_8)));

            assertThat(readings).singleElement().satisfies(reading -> {
                assertThat(reading.rejected()).isEmpty();
                assertThat(reading.source()).isEqualTo(SystemUri.ICD_10);
                assertThat(reading.target()).isEqualTo(SystemUri.ICD_11);
                assertThat(sorted(reading)).as("seed %d", seed).isEqualTo(sorted(rows));
            });
        }
    }

    @Test
    void anotherHousesPrefixesForOurConceptsAndTheSystemsAreRead() {
        var file = """
                #curie_map:
                #  py: https://registry.hms.gov.py/terms/
                #  icd: https://icd.who.int/browse10/2019/en#/
                subject_id\tpredicate_id\tpredicate_modifier\tobject_id\tmapping_justification
                py:GN0089\tskos:closeMatch\t\ticd:R50.9\tsemapv:ManualMappingCuration
                py:GN0089\tskos:exactMatch\tNot\ticd:R51\tsemapv:ManualMappingCuration
                xy:GN0089\tskos:exactMatch\t\ticd:R51\tsemapv:ManualMappingCuration
                """;

        var reading = SssomReader.read(new StringReader(file));

        assertThat(reading.mappings())
                .extracting(mapping ->
                        mapping.target().system() + " " + mapping.target().code())
                .containsExactly(SystemUri.ICD_10 + " R50.9", SystemUri.ICD_10 + " R51");
        assertThat(reading.mappings().getLast().relation()).isEqualTo(MappingRelation.NO_MATCH);
        assertThat(reading.places()).containsExactly("line 5", "line 6");
        assertThat(reading.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.focus()).isEqualTo("line 7"));
    }

    private static MapRow row(Random random, int number) {
        var equivalences = List.of("equivalent", "inexact", "wider", "narrower", "relatedto", "disjoint", "unmatched");
        var equivalence = equivalences.get(random.nextInt(equivalences.size()));
        var isNone = equivalence.equals("unmatched");
        var texts = List.of("", "llano", "con \"comillas\"", "ñandé", "a\tb");
        var label = texts.get(random.nextInt(texts.size()));
        return new MapRow(
                "A" + number,
                label,
                isNone ? "" : "B" + random.nextInt(50),
                isNone ? "" : texts.get(random.nextInt(texts.size())),
                equivalence,
                random.nextBoolean() ? "semapv:LexicalMatching" : "semapv:ManualMappingCuration visto dos veces");
    }

    private static List<MapRow> sorted(MapReading reading) {
        return sorted(reading.rows());
    }

    private static List<MapRow> sorted(List<MapRow> rows) {
        return rows.stream().sorted(Comparator.comparing(MapRow::source)).toList();
    }
}
