package org.hms.terminology.exchange;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hms.terminology.concept.Coding;
import org.hms.terminology.concept.ConceptMapping;
import org.hms.terminology.concept.Confidence;
import org.hms.terminology.concept.MappingEvidence;
import org.hms.terminology.concept.MappingRelation;
import org.hms.terminology.concept.MappingReview;
import org.hms.terminology.rdf.Finding;
import org.jspecify.annotations.Nullable;

/** Reads what {@link SssomWriter} wrote, and SSSOM TSV of others as far as it speaks of our concepts and known systems. */
public final class SssomReader {
    private static final int MOST_FINDINGS = 20_000;

    private final DeclaredPrefixes prefixes;
    private final List<ConceptMapping> mappings = new ArrayList<>();
    private final List<String> places = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private SssomReader(DeclaredPrefixes prefixes) {
        this.prefixes = prefixes;
    }

    public static MappingReading read(Reader file) {
        var text = text(file);
        var reader = new SssomReader(DeclaredPrefixes.of(text));
        var tsv = CsvReader.builder().fieldSeparator('\t').commentStrategy(CommentStrategy.SKIP);
        try (var rows = tsv.ofNamedCsvRecord(text)) {
            rows.forEach(reader::readRow);
        } catch (CsvParseException e) {
            reader.find("file", "The file is no tab separated table with the columns of its header");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new MappingReading(reader.mappings, reader.places, reader.findings);
    }

    private static String text(Reader file) {
        var text = new StringWriter();
        try {
            file.transferTo(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void readRow(NamedCsvRecord row) {
        var place = "line " + row.getStartingLineNumber();
        try {
            mappings.add(mapping(row));
            places.add(place);
        } catch (IllegalArgumentException | DateTimeException e) {
            find(place, String.valueOf(e.getMessage()));
        }
    }

    private ConceptMapping mapping(NamedCsvRecord row) {
        var concept = prefixes.concept(text(row, SssomColumn.SUBJECT_ID))
                .orElseThrow(() -> new IllegalArgumentException("subject_id is no concept of the lexicon"));
        var object = text(row, SssomColumn.OBJECT_ID);
        var isNone = object.equals(Curies.NO_TERM_FOUND);
        var source = optional(row, SssomColumn.OBJECT_SOURCE);
        var prefix = object.substring(0, Math.max(0, object.indexOf(':')));
        var system = prefixes.system(source == null ? prefix : source)
                .or(() -> isNone ? Optional.empty() : prefixes.system(prefix))
                .orElse(source == null ? prefix : source);
        if (system.isBlank()) {
            throw new IllegalArgumentException("object_id has no prefix and object_source is empty");
        }
        var code = isNone ? text(row, SssomColumn.EXT_REJECTED_CODE) : object.substring(object.lastIndexOf(':') + 1);
        // SSSOM's way of saying that the predicate does not hold.
        var isDenied = row.findField("predicate_modifier").orElse("").strip().equals("Not");
        return new ConceptMapping(
                concept,
                Coding.of(system, code),
                isNone || isDenied ? MappingRelation.NO_MATCH : relation(text(row, SssomColumn.PREDICATE_ID)),
                evidence(row));
    }

    private static MappingEvidence evidence(NamedCsvRecord row) {
        var reviewer = optional(row, SssomColumn.REVIEWER_LABEL);
        var evidence = optional(row, SssomColumn.EXT_EVIDENCE);
        var author = optional(row, SssomColumn.AUTHOR_LABEL);
        var confidence = optional(row, SssomColumn.CONFIDENCE);
        return new MappingEvidence(
                text(row, SssomColumn.MAPPING_JUSTIFICATION),
                author == null
                        ? row.findField("author_id").filter(id -> !id.isBlank()).orElse("SSSOM")
                        : author,
                evidence == null ? "SSSOM" : evidence,
                confidence == null ? Confidence.MEDIUM : confidence(confidence),
                optional(row, SssomColumn.COMMENT),
                reviewer == null
                        ? null
                        : new MappingReview(
                                reviewer,
                                LocalDate.parse(text(row, SssomColumn.MAPPING_DATE)),
                                optional(row, SssomColumn.MAPPING_TOOL)));
    }

    private static MappingRelation relation(String predicate) {
        return Arrays.stream(MappingRelation.values())
                .filter(relation -> relation != MappingRelation.NO_MATCH)
                .filter(relation -> relation.sssomPredicate().equals(predicate))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("predicate_id is no SKOS mapping relation"));
    }

    /** The word nearest to the number; ours come back as they were. */
    private static Confidence confidence(String number) {
        try {
            var value = Double.parseDouble(number);
            return value >= 0.8 ? Confidence.HIGH : value >= 0.55 ? Confidence.MEDIUM : Confidence.LOW;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("confidence is a number from 0 to 1", e);
        }
    }

    private static String text(NamedCsvRecord row, SssomColumn column) {
        var text = optional(row, column);
        if (text == null) {
            throw new IllegalArgumentException(column.word() + " is empty");
        }
        return text;
    }

    private static @Nullable String optional(NamedCsvRecord row, SssomColumn column) {
        return row.findField(column.word()).filter(text -> !text.isBlank()).orElse(null);
    }

    private void find(String place, String message) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(new Finding(place, "", message));
        }
    }
}
