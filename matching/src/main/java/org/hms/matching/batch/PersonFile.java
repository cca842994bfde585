package org.hms.matching.batch;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.hms.matching.normalise.ComparablePerson;

/** Reads CSV files of people by one column mapping; one thread reads while the others standardise. */
public final class PersonFile {
    private static final int ROWS_AT_ONCE = 8192;
    private static final int CHUNKS_IN_FLIGHT = 8;
    private static final String SEPARATORS = ",;\t|";

    private record Row(String id, ComparablePerson person) {}

    private final ColumnMapping mapping;
    private final WordPool pool = new WordPool();
    private final List<Row> rows = new ArrayList<>();
    private final ArrayDeque<CompletableFuture<List<Row>>> inFlight = new ArrayDeque<>();

    private PersonFile(ColumnMapping mapping) {
        this.mapping = mapping;
    }

    /** @throws InvalidColumns if a column is missing, a row cannot be read or two rows have one id */
    public static PersonTable read(List<Path> files, ColumnMapping mapping, Progress progress) {
        var reading = new PersonFile(mapping);
        long withoutId = 0;
        for (var file : files) {
            try {
                withoutId += reading.readFile(file, progress);
            } catch (CsvParseException e) {
                throw new InvalidColumns(file.getFileName().toString(), "is no CSV file that can be read");
            } catch (IOException e) {
                throw new UncheckedIOException("The file cannot be read: " + file, e);
            }
        }
        while (!reading.inFlight.isEmpty()) {
            reading.land();
        }
        return reading.table(withoutId);
    }

    private long readFile(Path file, Progress progress) throws IOException {
        long withoutId = 0;
        try (var csv = CsvReader.builder()
                .fieldSeparator(mapping.separator() == 0 ? separatorOf(file) : mapping.separator())
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .detectBomHeader(true)
                .ofCsvRecord(file, mapping.encoding())) {
            var records = csv.iterator();
            if (!records.hasNext()) {
                return 0;
            }
            var reader = new RowReader(mapping, records.next().getFields(), pool);
            var chunk = new ArrayList<CsvRecord>(ROWS_AT_ONCE);
            while (records.hasNext()) {
                var row = records.next();
                if (reader.id(row).isEmpty()) {
                    withoutId++;
                } else {
                    chunk.add(row);
                }
                if (chunk.size() == ROWS_AT_ONCE) {
                    send(chunk, reader, progress);
                    chunk = new ArrayList<>(ROWS_AT_ONCE);
                }
            }
            send(chunk, reader, progress);
        }
        return withoutId;
    }

    private void send(List<CsvRecord> chunk, RowReader reader, Progress progress) {
        if (inFlight.size() == CHUNKS_IN_FLIGHT) {
            land();
        }
        inFlight.add(CompletableFuture.supplyAsync(() -> chunk.stream()
                .map(row -> new Row(reader.id(row), reader.person(row)))
                .toList()));
        progress.step(chunk.size());
    }

    private void land() {
        rows.addAll(inFlight.remove().join());
    }

    /** In the order of the ids, so that nothing that follows depends on the order of the rows. */
    private PersonTable table(long withoutId) {
        rows.sort(Comparator.comparing(Row::id));
        var ids = new String[rows.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = rows.get(i).id();
            if (i > 0 && ids[i].equals(ids[i - 1])) {
                throw new InvalidColumns(mapping.id(), "stands for one record each, but two rows have the same");
            }
        }
        return new PersonTable(List.of(ids), rows.stream().map(Row::person).toList(), withoutId);
    }

    private char separatorOf(Path file) throws IOException {
        try (var lines = Files.newBufferedReader(file, mapping.encoding())) {
            var header = lines.readLine();
            char best = ',';
            long most = 0;
            for (char candidate : SEPARATORS.toCharArray()) {
                long count = header == null
                        ? 0
                        : header.chars().filter(c -> c == candidate).count();
                if (count > most) {
                    most = count;
                    best = candidate;
                }
            }
            return best;
        }
    }
}
