package org.hms.terminology.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.hms.terminology.concept.MappingEvidence;
import org.hms.terminology.concept.SystemUri;
import org.hms.terminology.graph.CompiledMap;
import org.hms.terminology.graph.MapHeader;
import org.hms.terminology.graph.MapRow;

/**
 * Writes an imported map as SSSOM TSV, as it can be imported again. R4's finer words for an equivalence become SSSOM's
 * predicates; a map that names no justification was made by its publisher's people.
 */
public final class MapSssomWriter {
    private static final List<String> COLUMNS = List.of(
            "subject_id",
            "subject_label",
            "predicate_id",
            "predicate_modifier",
            "object_id",
            "object_label",
            "mapping_justification",
            "object_source",
            "comment");

    private static final Map<String, String> NAMESPACES = Map.of(
            SystemUri.SNOMED_CT, "http://snomed.info/id/",
            SystemUri.ICD_11, "http://id.who.int/icd/release/11/mms/",
            SystemUri.ICD_10, "http://hl7.org/fhir/sid/icd-10/");

    private MapSssomWriter() {}

    public static void write(CompiledMap map, Writer out) {
        try {
            out.write(head(map.header()));
            var rows = CsvWriter.builder()
                    .fieldSeparator('\t')
                    .lineDelimiter(LineDelimiter.LF)
                    .build(out);
            rows.writeRecord(COLUMNS);
            for (var number = 0; number < map.size(); number++) {
                rows.writeRecord(cells(map.header().target(), map.row(number)));
            }
            rows.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String head(MapHeader header) {
        return """
                #mapping_set_id: %s
                #mapping_set_version: "%s"
                #mapping_set_title: "%s"
                #subject_source: %s
                #object_source: %s
                #curie_map:
                #  S: "%s"
                #  O: "%s"
                #  skos: "http://www.w3.org/2004/02/skos/core#"
                #  semapv: "https://w3id.org/semapv/vocab/"
                #  sssom: "https://w3id.org/sssom/"
                """.formatted(
                        header.url(),
                        header.version().replace("\"", "'"),
                        header.title().replace("\"", "'"),
                        header.source(),
                        header.target(),
                        NAMESPACES.getOrDefault(header.source(), header.source()),
                        NAMESPACES.getOrDefault(header.target(), header.target()));
    }

    private static List<String> cells(String target, MapRow row) {
        var isStated = row.comment().startsWith("semapv:");
        var end = row.comment().indexOf(' ');
        var justification =
                isStated ? row.comment().substring(0, end < 0 ? row.comment().length() : end) : "";
        var isNone = row.target().isEmpty();
        return List.of(
                "S:" + row.source(),
                row.sourceDisplay(),
                predicate(row.equivalence()),
                row.equivalence().equals("disjoint") ? "Not" : "",
                isNone ? Curies.NO_TERM_FOUND : "O:" + row.target(),
                row.targetDisplay(),
                isStated ? justification : MappingEvidence.MANUAL_CURATION,
                NAMESPACES.getOrDefault(target, target),
                isStated ? row.comment().substring(justification.length()).strip() : row.comment());
    }

    private static String predicate(String equivalence) {
        return switch (equivalence) {
            case "inexact" -> "skos:closeMatch";
            case "wider", "subsumes" -> "skos:broadMatch";
            case "narrower", "specializes" -> "skos:narrowMatch";
            case "relatedto" -> "skos:relatedMatch";
            default -> "skos:exactMatch";
        };
    }
}
