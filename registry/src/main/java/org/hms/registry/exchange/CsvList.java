package org.hms.registry.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hms.registry.reconcile.FacilityListFile;

/** Rows from CSV under a header line, parted by whichever of {@code , ; tab |} the header has most of. */
final class CsvList {

    private static final String SEPARATORS = ",;\t|";

    private CsvList() {}

    /** Makes a row of its number, what is understood of it, and its cells. */
    interface Making<F, R> {
        R row(int number, Map<F, String> fields, Map<String, String> cells);
    }

    static List<PlaceRow> read(byte[] file, ListMapping<PlaceField> mapping) {
        return read(
                file,
                mapping,
                List.of(PlaceField.ID, PlaceField.NAME),
                (number, fields, cells) -> new PlaceRow(number, false, fields, cells));
    }

    /** @param required what the list has a column for, or it is refused */
    static <F extends Enum<F> & ListField, R> List<R> read(
            byte[] file, ListMapping<F> mapping, List<F> required, Making<F, R> making) {
        var text = FacilityListFile.text(file);
        var rows = new ArrayList<R>();
        List<String> header = List.of();
        Map<F, String> headings = Map.of();
        var reader = CsvReader.builder()
                .fieldSeparator(separator(text))
                .detectBomHeader(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
        try {
            for (var record : reader.ofCsvRecord(text)) {
                if (header.isEmpty()) {
                    header = record.getFields();
                    headings = mapping.headings(header);
                    require(required, headings);
                    continue;
                }
                var cells = new LinkedHashMap<String, String>();
                for (int i = 0; i < header.size(); i++) {
                    cells.put(header.get(i), i < record.getFieldCount() ? record.getField(i) : "");
                }
                rows.add(making.row(rows.size() + 1, mapping.fields(headings, cells), cells));
            }
        } catch (CsvParseException e) {
            throw new UnreadableList("The list is no CSV");
        }
        if (header.isEmpty()) {
            throw new UnreadableList("The list is empty");
        }
        return rows;
    }

    private static <F extends ListField> void require(List<F> required, Map<F, String> headings) {
        for (var field : required) {
            if (!headings.containsKey(field)) {
                throw new UnreadableList("The list has no column with the " + field.code());
            }
        }
    }

    private static char separator(String text) {
        var header = text.lines().findFirst().orElse("");
        char best = ',';
        for (char candidate : SEPARATORS.toCharArray()) {
            if (count(header, candidate) > count(header, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }
}
