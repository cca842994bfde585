package org.hms.registry.reconcile;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes pairs.csv: {@code left,right,decision,score,reasons}. */
public final class PairsFile {

    private PairsFile() {}

    public static void write(List<ReconciledPair> pairs, Writer out) {
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
            csv.writeRecord("left", "right", "decision", "score", "reasons");
            for (var pair : pairs) {
                csv.writeRecord(
                        id(pair.left()),
                        id(pair.right()),
                        pair.decision().code(),
                        pair.score() == null ? "" : String.format(Locale.ROOT, "%.2f", pair.score()),
                        String.join("; ", pair.reasons()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String id(@Nullable ListedFacility facility) {
        return facility == null ? "" : facility.id();
    }
}
