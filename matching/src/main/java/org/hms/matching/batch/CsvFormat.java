package org.hms.matching.batch;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How a CSV file of people is written: what separates its cells, and that rows may be longer or shorter than the header. */
public final class CsvFormat {
    private static final String SEPARATORS = ",;\t|";

    private CsvFormat() {}

    /** What the mapping says, else the candidate that the file's header has most of. */
    static char separator(Path file, ColumnMapping mapping) throws IOException {
        if (mapping.separator() != 0) {
            return mapping.separator();
        }
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

    static CsvReader.CsvReaderBuilder reader(char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .detectBomHeader(true);
    }

    /** Reads such a file. */
    public static CsvReader.CsvReaderBuilder reader(Path file, ColumnMapping mapping) throws IOException {
        return reader(separator(file, mapping));
    }
}
