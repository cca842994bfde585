package org.hms.matching.privacy;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hms.matching.batch.Column;
import org.hms.matching.batch.ColumnMapping;
import org.hms.matching.batch.CsvFormat;
import org.hms.matching.batch.Progress;

/** Encodes the people of CSV files whose columns are named as for deduplication. */
public final class PersonFileEncoder {
    private static final int ROWS_AT_ONCE = 16_384;

    /**
     * What became of the rows.
     *
     * @param withoutId rows left out because they have no id
     * @param withheld rows left out because they have no name, and the rest would be easily counted out
     */
    public record Encoded(EncodedPeople people, long withoutId, long withheld) {}

    private final ColumnMapping mapping;
    private final PersonEncoder encoder;
    private final Progress progress;
    private final List<EncodedPeople.Row> encoded = new ArrayList<>();
    private final List<EncodedPeople.Row> withheld = new ArrayList<>();

    private PersonFileEncoder(ColumnMapping mapping, PersonEncoder encoder, Progress progress) {
        this.mapping = mapping;
        this.encoder = encoder;
        this.progress = progress;
    }

    /** @throws InvalidEncoding if a column is missing, a file cannot be read, or only short fields would be encoded */
    public static Encoded encode(
            List<Path> files, ColumnMapping mapping, EncodingSchema schema, Secret secret, Progress progress) {
        var encoding = new PersonFileEncoder(mapping, new PersonEncoder(schema, secret, mapping), progress);
        long withoutId = 0;
        for (var file : files) {
            try {
                withoutId += encoding.readFile(file);
            } catch (CsvParseException e) {
                throw new InvalidEncoding(String.valueOf(file.getFileName()), "is no CSV file that can be read");
            } catch (IOException e) {
                throw new UncheckedIOException("The file cannot be read: " + file, e);
            }
        }
        var people = new EncodedPeople(schema, secret.checkValue(schema), encoding.encoded);
        return new Encoded(people, withoutId, encoding.withheld.size());
    }

    private long readFile(Path file) throws IOException {
        long withoutId = 0;
        try (var csv = CsvFormat.reader(file, mapping).ofCsvRecord(file, mapping.encoding())) {
            var records = csv.iterator();
            if (!records.hasNext()) {
                return 0;
            }
            var header = records.next().getFields().stream().map(String::strip).toList();
            int id = position(header, mapping.id());
            var cells = mapping.columns().stream()
                    .map(Column::header)
                    .map(name -> position(header, name))
                    .toList();
            var chunk = new ArrayList<CsvRecord>(ROWS_AT_ONCE);
            while (records.hasNext()) {
                var row = records.next();
                if (cell(row, id).isEmpty()) {
                    withoutId++;
                } else {
                    chunk.add(row);
                }
                if (chunk.size() == ROWS_AT_ONCE || !records.hasNext()) {
                    encode(chunk, id, cells);
                    chunk.clear();
                }
            }
        }
        return withoutId;
    }

    private void encode(List<CsvRecord> chunk, int id, List<Integer> cells) {
        var rows = chunk.parallelStream()
                .map(row -> new EncodedPeople.Row(
                        cell(row, id),
                        encoder.encode(
                                cell(row, id),
                                cells.stream().map(cell -> cell(row, cell)).toList())))
                .toList();
        rows.forEach(row -> (row.encoding().isNone() ? withheld : encoded).add(row));
        progress.step(chunk.size());
    }

    private static String cell(CsvRecord row, int position) {
        return position < row.getFieldCount() ? row.getField(position).strip() : "";
    }

    private static int position(List<String> header, String name) {
        int position = header.indexOf(name);
        if (position < 0) {
            throw new InvalidEncoding("columns, " + name, "is no column of the file");
        }
        return position;
    }
}
