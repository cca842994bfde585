package org.hms.terminology.load;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.hms.terminology.concept.Designation;
import org.hms.terminology.concept.DesignationUse;
import org.hms.terminology.system.SourceConcept;

/**
 * Reads WHO's simple tabulation of ICD-11 MMS. The hierarchy is told by the dashes before the titles. Chapters and blocks
 * have no code of their own: a chapter goes by the tail of its linearisation URI, a block by its block id.
 */
public final class Icd11TabulationImporter {
    private static final String DASH = "- ";
    private static final Pattern LEADING_DASHES = Pattern.compile("^(- )*-?\\s*$|^(- )+");
    private static final String LINEARISATION = "/mms/";
    private static final int MAX_ROWS = 500_000;

    private final List<SourceConcept> concepts = new ArrayList<>();
    private final List<RowIssue> rejected = new ArrayList<>();
    private final List<RowIssue> adjusted = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    /** The codes from the root down to the last row. */
    private final Deque<String> path = new ArrayDeque<>();

    private int read;

    private Icd11TabulationImporter() {}

    public static ClassificationReading read(InputStream zip) {
        var importer = new Icd11TabulationImporter();
        try (var entries = new ZipInputStream(zip, StandardCharsets.UTF_8)) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.getName().endsWith(".txt") && !entry.getName().endsWith("readme.txt")) {
                    importer.readTable(entries);
                    return importer.toReading();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        importer.rejected.add(new RowIssue(0, "", "The zip holds no tabulation as text"));
        return importer.toReading();
    }

    private ClassificationReading toReading() {
        return new ClassificationReading(read, concepts, rejected, adjusted);
    }

    private void readTable(InputStream table) throws IOException {
        var text = new InputStreamReader(table, StandardCharsets.UTF_8);
        text.read(new char[1]); // WHO's files start with a byte order mark.
        try (var records = CsvReader.builder()
                .fieldSeparator('\t')
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofNamedCsvRecord(text)) {
            for (var row : records) {
                if (++read > MAX_ROWS) {
                    rejected.add(new RowIssue(read, "", "A tabulation has at most " + MAX_ROWS + " rows"));
                    return;
                }
                readRow(row);
            }
        } catch (CsvParseException e) {
            rejected.add(new RowIssue(read + 2L, "", "The rest of the file is no table"));
        }
    }

    private void readRow(NamedCsvRecord row) {
        var english = field(row, "TitleEN").isEmpty() ? field(row, "Title") : field(row, "TitleEN");
        var depth = depth(english);
        var code = code(row);
        var line = row.getStartingLineNumber();
        if (withoutDashes(english).isEmpty() || code.isEmpty()) {
            rejected.add(new RowIssue(line, code, "The entity has no title or no code"));
            return;
        }
        if (depth > path.size()) {
            rejected.add(new RowIssue(line, code, "The entity skips a level of the hierarchy"));
            return;
        }
        while (path.size() > depth) {
            path.removeLast();
        }
        seen.add(code);
        concepts.add(new SourceConcept(code, path.peekLast(), designations(row, code), properties(row)));
        path.addLast(code);
    }

    /** A code that stands for two entities in the file names the first; the second goes by its linearisation. */
    private String code(NamedCsvRecord row) {
        var uri = field(row, "Linearization URI");
        var tail = uri.substring(uri.indexOf(LINEARISATION) < 0 ? 0 : uri.indexOf(LINEARISATION) + 5);
        var code = field(row, "Code").isEmpty() ? field(row, "BlockId") : field(row, "Code");
        return code.isEmpty() || seen.contains(code) ? tail : code;
    }

    /** The Spanish file has both languages; where it lacks the Spanish title, the English one stands alone. */
    private List<Designation> designations(NamedCsvRecord row, String code) {
        var title = withoutDashes(field(row, "Title"));
        var english = withoutDashes(field(row, "TitleEN"));
        if (english.isEmpty()) {
            return List.of(Designation.of("en", DesignationUse.PREFERRED, title));
        }
        if (title.isEmpty()) {
            adjusted.add(new RowIssue(row.getStartingLineNumber(), code, "The entity has an English title only"));
            return List.of(Designation.of("en", DesignationUse.PREFERRED, english));
        }
        return List.of(
                Designation.of("es", DesignationUse.PREFERRED, title),
                Designation.of("en", DesignationUse.PREFERRED, english));
    }

    private static HashMap<String, String> properties(NamedCsvRecord row) {
        var properties = new HashMap<String, String>();
        var kind = field(row, "ClassKind");
        properties.put("kind", kind);
        properties.put("chapter", field(row, "ChapterNo"));
        properties.put("leaf", Boolean.toString(field(row, "isLeaf").equalsIgnoreCase("true")));
        properties.put("residual", Boolean.toString(field(row, "IsResidual").equalsIgnoreCase("true")));
        for (var level = 5; level > 0 && !properties.containsKey("block"); level--) {
            var block = field(row, "Grouping" + level);
            if (!block.isEmpty()) {
                properties.put("block", block);
            }
        }
        if (!field(row, "Foundation URI").isEmpty()) {
            properties.put("foundation", field(row, "Foundation URI"));
        }
        if (field(row, "Code").isEmpty()) {
            properties.put("notSelectable", "true");
        }
        return properties;
    }

    private static int depth(String title) {
        var depth = 0;
        while (title.startsWith(DASH, depth * DASH.length())) {
            depth++;
        }
        return depth;
    }

    private static String withoutDashes(String title) {
        return LEADING_DASHES.matcher(title).replaceFirst("").strip();
    }

    private static String field(NamedCsvRecord row, String column) {
        return row.findField(column).orElse("");
    }
}
