package org.hms.terminology.load;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.hms.terminology.concept.SystemUri;
import org.hms.terminology.graph.MapRow;

/**
 * Reads WHO's maps between ICD-10 and ICD-11. They say where a code's cases go, not whether the two mean the same, so each
 * mapping is {@code relatedto}; an entity without a code is told by the end of its URI, as the tabulation has it.
 */
public final class WhoMapImporter {
    private static final String MMS = "/mms/";
    private static final String RELATED = "relatedto";
    private static final String UNMATCHED = "unmatched";

    private WhoMapImporter() {}

    /** Which way a file goes its header tells. */
    public static MapReading read(InputStream file) {
        var text = new InputStreamReader(file, StandardCharsets.UTF_8);
        try (var records = CsvReader.builder()
                .fieldSeparator('\t')
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            var rows = records.iterator();
            if (!rows.hasNext()) {
                throw new UnreadableFile("The file is empty");
            }
            var header = rows.next().getFields().stream().map(String::strip).toList();
            var ten = header.indexOf("icd10Code");
            var eleven = header.indexOf("icd11Code");
            if (ten < 0 || eleven < 0) {
                throw new UnreadableFile("The file has no columns icd10Code and icd11Code");
            }
            var columns = new Columns(
                    ten,
                    header.indexOf("icd10Title"),
                    eleven,
                    header.indexOf("icd11Title"),
                    indexOfBeginning(header, "Linearization"));
            var mappings = new ArrayList<MapRow>();
            var rejected = new ArrayList<RowIssue>();
            rows.forEachRemaining(row -> read(row, columns, ten < eleven, mappings, rejected));
            var name = (ten < eleven ? "who-icd-10-to-icd-11" : "who-icd-11-to-icd-10")
                    + (isToSeveral(mappings) ? "-several" : "");
            return ten < eleven
                    ? new MapReading(name, SystemUri.ICD_10, SystemUri.ICD_11, mappings, rejected)
                    : new MapReading(name, SystemUri.ICD_11, SystemUri.ICD_10, mappings, rejected);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** WHO has a map to one category and one to several: two maps, which stand side by side. */
    private static boolean isToSeveral(List<MapRow> mappings) {
        return mappings.stream().map(MapRow::source).distinct().count() < mappings.size();
    }

    private record Columns(int ten, int tenTitle, int eleven, int elevenTitle, int uri) {}

    private static void read(
            CsvRecord row, Columns columns, boolean fromTen, List<MapRow> mappings, List<RowIssue> rejected) {
        var ten = field(row, columns.ten());
        var uri = field(row, columns.uri());
        var code = field(row, columns.eleven());
        var eleven = code.isEmpty() && uri.contains(MMS) ? uri.substring(uri.indexOf(MMS) + MMS.length()) : code;
        var source = fromTen ? ten : eleven;
        var target = fromTen ? eleven : ten;
        if (source.isEmpty()) {
            rejected.add(new RowIssue(row.getStartingLineNumber(), "", "The row names no code to map"));
            return;
        }
        var tenTitle = field(row, columns.tenTitle());
        var elevenTitle = field(row, columns.elevenTitle());
        mappings.add(new MapRow(
                source,
                fromTen ? tenTitle : elevenTitle,
                target,
                target.isEmpty() ? "" : fromTen ? elevenTitle : tenTitle,
                target.isEmpty() ? UNMATCHED : RELATED,
                ""));
    }

    private static int indexOfBeginning(List<String> header, String beginning) {
        for (var column = 0; column < header.size(); column++) {
            if (header.get(column).startsWith(beginning)) {
                return column;
            }
        }
        return -1;
    }

    private static String field(CsvRecord row, int column) {
        return column < 0 || column >= row.getFieldCount()
                ? ""
                : row.getField(column).strip();
    }
}
