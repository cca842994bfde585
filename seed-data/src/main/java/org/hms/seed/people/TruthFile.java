package org.hms.seed.people;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Writes which person each record truly describes: the columns source, sourceRecordId and personId. */
public final class TruthFile {

    private TruthFile() {}

    /** Writes one line for each record in feed order, replacing the file where it exists. */
    public static void write(Population population, Path file) {
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file)) {
            csv.writeRecord("source", "sourceRecordId", "personId");
            population
                    .records()
                    .forEach(record -> csv.writeRecord(record.source(), record.sourceRecordId(), record.personId()));
        } catch (IOException e) {
            throw new UncheckedIOException("The truth file cannot be written", e);
        }
    }
}
