package org.hms.registry.job;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/** A CSV file read row by row, by the names of its columns, whatever their order and whatever other columns there are. */
final class CsvColumns implements AutoCloseable {
    private final Path file;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> rows;
    private final int[] places;

    private CsvColumns(Path file, CsvReader<CsvRecord> reader, Iterator<CsvRecord> rows, int[] places) {
        this.file = file;
        this.reader = reader;
        this.rows = rows;
        this.places = places;
    }

    /** @throws IllegalArgumentException if a column wished for is absent */
    static CsvColumns open(Path file, String... columns) throws IOException {
        var reader = CsvReader.builder().detectBomHeader(true).ofCsvRecord(file);
        var rows = reader.iterator();
        var header = rows.hasNext() ? rows.next().getFields() : List.<String>of();
        var names = header.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        var places = Arrays.stream(columns).mapToInt(names::indexOf).toArray();
        for (int i = 0; i < places.length; i++) {
            if (places[i] < 0) {
                reader.close();
                throw new IllegalArgumentException(file + " has no column " + columns[i]);
            }
        }
        return new CsvColumns(file, reader, rows, places);
    }

    boolean hasNext() {
        return rows.hasNext();
    }

    CsvRecord next() {
        return rows.next();
    }

    /** @param column by its place among the columns wished for */
    String text(CsvRecord row, int column) {
        if (places[column] >= row.getFieldCount()) {
            throw new IllegalArgumentException(file + ", line " + row.getStartingLineNumber() + ": a field is missing");
        }
        return row.getField(places[column]).strip();
    }

    double number(CsvRecord row, int column) {
        try {
            double number = Double.parseDouble(text(row, column));
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(fault(row), e);
        }
        throw new IllegalArgumentException(fault(row));
    }

    private String fault(CsvRecord row) {
        return file + ", line " + row.getStartingLineNumber() + ": the weight is no number";
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
