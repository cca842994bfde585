package org.hms.terminology.load;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.hms.terminology.concept.Designation;
import org.hms.terminology.concept.DesignationUse;
import org.hms.terminology.system.SourceConcept;
import org.jspecify.annotations.Nullable;

/**
 * Reads ICD-10 from a CSV with the columns code, code_0 to code_4 (the ancestors, outermost first), description and
 * level. Codes come without a dot and leave with one.
 */
public final class Icd10CsvImporter {
    private static final Pattern CODE = Pattern.compile("[A-Z][0-9][0-9A-Z](\\.[0-9A-Z]{1,4})?(-[A-Z][0-9][0-9A-Z])?");
    private static final List<String> ANCESTORS = List.of("code_4", "code_3", "code_2", "code_1", "code_0");

    private record Row(long line, String code, List<String> ancestors, String text) {}

    private final Map<String, Row> rows = new TreeMap<>();
    private final List<RowIssue> rejected = new ArrayList<>();
    private final List<RowIssue> adjusted = new ArrayList<>();
    private int read;

    private Icd10CsvImporter() {}

    public static ClassificationReading read(InputStream csv) {
        var importer = new Icd10CsvImporter();
        var text = new InputStreamReader(csv, StandardCharsets.UTF_8);
        try (var records = CsvReader.builder().ofNamedCsvRecord(text)) {
            records.forEach(importer::readRow);
        } catch (CsvParseException e) {
            importer.rejected.add(new RowIssue(importer.read + 2L, "", "The rest of the file is no CSV"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var concepts = importer.toConcepts();
        return new ClassificationReading(importer.read, concepts, importer.rejected, importer.adjusted);
    }

    private void readRow(NamedCsvRecord row) {
        read++;
        var line = row.getStartingLineNumber();
        var code = normalise(row.findField("code").orElse(""));
        var text = row.findField("description").orElse("").strip();
        var ancestors = ANCESTORS.stream()
                .map(column -> normalise(row.findField(column).orElse("")))
                .filter(ancestor -> !ancestor.isEmpty() && !ancestor.equals(code))
                .toList();
        if (!CODE.matcher(code).matches()) {
            rejected.add(new RowIssue(line, code, "Not an ICD-10 code, block or chapter"));
        } else if (text.isEmpty()) {
            rejected.add(new RowIssue(line, code, "The code has no text"));
        } else if (rows.containsKey(code)) {
            rejected.add(new RowIssue(line, code, "The code stands in the file before"));
        } else {
            rows.put(code, new Row(line, code, ancestors, text));
        }
    }

    private List<SourceConcept> toConcepts() {
        var parents = new HashMap<String, @Nullable String>();
        for (var row : rows.values()) {
            parents.put(row.code(), findParent(row));
        }
        var withChildren = new HashSet<String>();
        for (var parent : parents.values()) {
            if (parent != null) {
                withChildren.add(parent);
            }
        }
        return rows.values().stream()
                .map(row -> toConcept(row, parents.get(row.code()), withChildren))
                .toList();
    }

    /** The nearest ancestor that the file has; one that it names but lacks is passed over and reported. */
    private @Nullable String findParent(Row row) {
        for (var ancestor : row.ancestors()) {
            if (rows.containsKey(ancestor)) {
                return ancestor;
            }
            adjusted.add(new RowIssue(row.line(), row.code(), "The file lacks the parent " + ancestor));
        }
        return null;
    }

    private static SourceConcept toConcept(Row row, @Nullable String parent, Set<String> withChildren) {
        var properties = new HashMap<String, String>();
        var isRange = row.code().contains("-");
        var kind = isRange ? (row.ancestors().isEmpty() ? "chapter" : "block") : "category";
        properties.put("kind", kind);
        properties.put("leaf", Boolean.toString(!withChildren.contains(row.code())));
        properties.put(
                "chapter",
                row.ancestors().isEmpty() ? row.code() : row.ancestors().getLast());
        row.ancestors().stream()
                .filter(ancestor -> ancestor.contains("-"))
                .findFirst()
                .ifPresent(block -> properties.put("block", block));
        if (isRange) {
            properties.put("notSelectable", "true");
        }
        var designation = Designation.of("es", DesignationUse.PREFERRED, row.text());
        return new SourceConcept(row.code(), parent, List.of(designation), properties);
    }

    private static String normalise(String raw) {
        var code = raw.strip().replace('\u2013', '-');
        return code.contains("-") || code.contains(".") || code.length() <= 3
                ? code
                : code.substring(0, 3) + "." + code.substring(3);
    }
}
