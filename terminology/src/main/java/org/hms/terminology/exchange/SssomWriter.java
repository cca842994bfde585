package org.hms.terminology.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.hms.terminology.concept.Concept;
import org.hms.terminology.concept.ConceptMapping;
import org.hms.terminology.concept.MappingRelation;
import org.hms.terminology.concept.SchemeVersion;

/** Writes a scheme version's mappings as SSSOM TSV with its metadata in front, as {@link SssomReader} reads them back. */
public final class SssomWriter {
    private final String base;
    private final SchemeVersion scheme;

    /** @param base where the concepts' URIs begin */
    public SssomWriter(String base, SchemeVersion scheme) {
        this.base = base;
        this.scheme = scheme;
    }

    public void write(Collection<Concept> concepts, Writer out) {
        try {
            writeMetadata(out);
            var rows = CsvWriter.builder()
                    .fieldSeparator('\t')
                    .lineDelimiter(LineDelimiter.LF)
                    .build(out);
            rows.writeRecord(SssomColumn.words());
            for (var concept : concepts) {
                for (var mapping : concept.mappings()) {
                    var cells = cells(concept, mapping);
                    rows.writeRecord(Arrays.stream(SssomColumn.values())
                            .map(column -> cells.getOrDefault(column, ""))
                            .toList());
                }
            }
            rows.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeMetadata(Writer out) throws IOException {
        var head = new StringBuilder()
                .append("#mapping_set_id: ")
                .append(scheme.versionUri())
                .append("/mappings\n")
                .append("#mapping_set_version: ")
                .append(quoted(scheme.version()))
                .append('\n')
                .append("#mapping_set_title: ")
                .append(quoted(scheme.title()))
                .append('\n')
                .append("#license: ")
                .append(quoted(scheme.licence()))
                .append('\n')
                .append("#subject_source: ")
                .append(scheme.uri())
                .append('\n')
                .append("#subject_source_version: ")
                .append(quoted(scheme.version()))
                .append('\n')
                .append("#curie_map:\n");
        Curies.prefixMap(base)
                .forEach((prefix, uri) -> head.append("#  ")
                        .append(prefix)
                        .append(": ")
                        .append(quoted(uri))
                        .append('\n'));
        head.append("#extension_definitions:\n");
        for (var column : new SssomColumn[] {SssomColumn.EXT_EVIDENCE, SssomColumn.EXT_REJECTED_CODE}) {
            head.append("#  - slot_name: ").append(column.word()).append('\n');
            head.append("#    property: \"https://registry.hms.gov.py/ns#")
                    .append(column.word())
                    .append("\"\n");
        }
        out.write(head.toString());
    }

    private static Map<SssomColumn, String> cells(Concept concept, ConceptMapping mapping) {
        var evidence = mapping.evidence();
        var isNone = mapping.relation() == MappingRelation.NO_MATCH;
        var cells = new EnumMap<SssomColumn, String>(SssomColumn.class);
        cells.put(SssomColumn.SUBJECT_ID, Curies.ofConcept(concept.id()));
        cells.put(SssomColumn.SUBJECT_LABEL, concept.preferred().text());
        cells.put(SssomColumn.PREDICATE_ID, mapping.relation().sssomPredicate());
        cells.put(SssomColumn.OBJECT_ID, isNone ? Curies.NO_TERM_FOUND : Curies.of(mapping.target()));
        cells.put(SssomColumn.MAPPING_JUSTIFICATION, evidence.justification());
        cells.put(SssomColumn.AUTHOR_LABEL, evidence.author());
        cells.put(
                SssomColumn.CONFIDENCE,
                String.format(Locale.ROOT, "%s", evidence.confidence().sssomValue()));
        cells.put(SssomColumn.OBJECT_SOURCE, Curies.source(mapping.target().system()));
        cells.put(SssomColumn.EXT_EVIDENCE, evidence.source());
        if (isNone) {
            cells.put(SssomColumn.EXT_REJECTED_CODE, mapping.target().code());
        }
        if (evidence.comment() != null) {
            cells.put(SssomColumn.COMMENT, evidence.comment());
        }
        var review = evidence.review();
        if (review != null) {
            cells.put(SssomColumn.REVIEWER_LABEL, review.reviewer());
            cells.put(SssomColumn.MAPPING_DATE, review.date().toString());
            if (review.tool() != null) {
                cells.put(SssomColumn.MAPPING_TOOL, review.tool());
            }
        }
        return cells;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
