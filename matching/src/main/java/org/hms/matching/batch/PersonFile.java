package org.hms.matching.batch;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import org.hms.matching.table.DuplicateId;
import org.hms.matching.table.PersonTable;
import org.hms.matching.table.TableJoin;
import org.hms.matching.table.TableRows;
import org.hms.matching.table.ValuePools;

/** Reads files of people by one column mapping: CSV slice by slice on all cores, JSON lines one by one. */
public final class PersonFile {
    private static final long SLICE_BYTES = 4L << 20;
    /** In UTF-16 a byte that looks like a line's end may be none. */
    private static final List<Charset> DIVISIBLE =
            List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, StandardCharsets.US_ASCII);

    private final ColumnMapping mapping;
    private final ValuePools pools;
    private final CellReader cells;
    private final Progress progress;
    private final LongAdder withoutId = new LongAdder();

    private PersonFile(ColumnMapping mapping, Progress progress) {
        this.mapping = mapping;
        this.progress = progress;
        cells = new CellReader(mapping);
        pools = mapping.pools();
    }

    /** @throws InvalidColumns if a column is missing, a row cannot be read or two rows have one id */
    public static PersonTable read(List<Path> files, ColumnMapping mapping, Progress progress) {
        var reading = new PersonFile(mapping, progress);
        var parts = new ArrayList<TableRows>();
        var sources = new ArrayList<Integer>();
        parts.add(new TableRows(reading.pools));
        sources.add(0);
        for (int file = 0; file < files.size(); file++) {
            for (var part : reading.readFile(files.get(file))) {
                parts.add(part);
                sources.add(file);
            }
        }
        try {
            return mapping.linkOnly()
                    ? TableJoin.linkOnly(
                            parts, sources.stream().mapToInt(Integer::intValue).toArray(), reading.withoutId.sum())
                    : TableJoin.of(parts, reading.withoutId.sum());
        } catch (DuplicateId e) {
            throw new InvalidColumns(mapping.id(), "stands for one record each, but two rows have the same");
        }
    }

    private List<TableRows> readFile(Path file) {
        try {
            if (JsonLines.is(file)) {
                return List.of(readLines(file));
            }
            char separator = CsvFormat.separator(file, mapping);
            var header = header(file, separator);
            if (header.isEmpty()) {
                return List.of();
            }
            var columns = new Header(mapping, header);
            long size = DIVISIBLE.contains(mapping.encoding()) ? SLICE_BYTES : Long.MAX_VALUE;
            return readSlices(file, separator, size, columns);
        } catch (CsvParseException e) {
            throw new InvalidColumns(String.valueOf(file.getFileName()), "is no CSV file that can be read");
        } catch (IOException e) {
            throw new UncheckedIOException("The file cannot be read: " + file, e);
        }
    }

    /** Slices are read while the next ones are looked for. */
    private List<TableRows> readSlices(Path file, char separator, long size, Header columns) throws IOException {
        var parts = new ArrayList<Future<TableRows>>();
        try (var readers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            CsvSlices.forEach(
                    file,
                    separator,
                    size,
                    slice -> parts.add(readers.submit(() -> readSlice(file, slice, separator, columns))));
        }
        var rows = new ArrayList<TableRows>(parts.size());
        for (var part : parts) {
            if (part.state() == Future.State.FAILED) {
                throw part.exceptionNow() instanceof RuntimeException known
                        ? known
                        : new IllegalStateException(part.exceptionNow());
            }
            rows.add(part.resultNow());
        }
        return rows;
    }

    private TableRows readLines(Path file) throws IOException {
        var names = new ArrayList<>(List.of(mapping.id()));
        mapping.columns().forEach(column -> names.add(column.header()));
        var header = new Header(mapping, names);
        var rows = new TableRows(pools);
        var reader = new RowReader(header, pools, cells, rows);
        new JsonLines(file, names).forEach(mapping.encoding(), row -> read(row, header, reader));
        progress.step(rows.size());
        return rows;
    }

    private void read(List<String> row, Header header, RowReader reader) {
        if (header.id(row).isEmpty()) {
            withoutId.increment();
        } else {
            reader.read(row);
        }
    }

    private List<String> header(Path file, char separator) throws IOException {
        try (var csv = CsvFormat.reader(separator).ofCsvRecord(file, mapping.encoding())) {
            var rows = csv.iterator();
            return rows.hasNext() ? rows.next().getFields() : List.of();
        }
    }

    private TableRows readSlice(Path file, CsvSlices.Slice slice, char separator, Header columns) {
        var rows = new TableRows(pools);
        var reader = new RowReader(columns, pools, cells, rows);
        try (var in = CsvSlices.open(file, slice);
                var csv = CsvFormat.reader(separator)
                        .detectBomHeader(slice.from() == 0)
                        .ofCsvRecord(in, mapping.encoding())) {
            boolean header = slice.from() == 0;
            for (CsvRecord row : csv) {
                if (header) {
                    header = false;
                } else {
                    read(row.getFields(), columns, reader);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file cannot be read: " + file, e);
        }
        progress.step(rows.size());
        return rows;
    }
}
