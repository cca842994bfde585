package org.hms.terminology.load;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hms.terminology.concept.Concept;
import org.hms.terminology.rdf.Finding;

/**
 * Reads the lexicon of health concepts (one CSV row for each word and language, columns by name) into concepts. It never
 * drops a row: a row that cannot be read is a finding, and a file with findings is not stored.
 */
public final class LexiconLoader {
    private static final int MAX_BYTES = 32 * 1024 * 1024;
    private static final List<String> REQUIRED = List.of(
            "concept_id",
            "language",
            "preferred_term",
            "alt_terms",
            "spanish_gloss",
            "definition_es",
            "category",
            "icd10_code",
            "icd10_relation",
            "icd11_code",
            "icd11_relation",
            "snomed_code",
            "snomed_relation",
            "evidence_source",
            "confidence",
            "same_as",
            "notes");

    private final List<Concept> concepts = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Finding> adjustments = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private int rows;

    private LexiconLoader() {}

    public static LexiconReading read(InputStream csv) {
        try {
            var bytes = csv.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IllegalArgumentException("A lexicon has at most " + MAX_BYTES + " bytes");
            }
            return new LexiconLoader().read(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LexiconReading read(byte[] bytes) throws IOException {
        var text = new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8);
        try (var records = CsvReader.builder().detectBomHeader(false).ofNamedCsvRecord(text)) {
            for (var row : records) {
                if (rows++ == 0 && !hasAllColumns(row)) {
                    break;
                }
                readRow(row);
            }
        } catch (CsvParseException e) {
            findings.add(new Finding("row " + (rows + 1), "", "The row is no CSV with the columns of the header"));
        }
        if (rows == 0) {
            findings.add(new Finding("file", "", "The file has no rows"));
        }
        return new LexiconReading(rows, concepts, ContentHash.of(bytes), findings, adjustments);
    }

    private boolean hasAllColumns(NamedCsvRecord row) {
        var missing = REQUIRED.stream()
                .filter(column -> !row.getHeader().contains(column))
                .toList();
        missing.forEach(column -> findings.add(new Finding("header", column, "The column is missing")));
        return missing.isEmpty();
    }

    private void readRow(NamedCsvRecord row) {
        var lexiconRow = new LexiconRow(row, findings, adjustments);
        lexiconRow.toConcept().ifPresent(concept -> {
            if (ids.add(concept.id())) {
                concepts.add(concept);
            } else {
                findings.add(new Finding(concept.id(), "concept_id", "The concept stands in the file twice"));
            }
        });
    }
}
