package org.hms.registry.exchange.web;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.hms.registry.exchange.DirectoryImportStore.KeptRow;
import org.hms.registry.exchange.PlannedRow;
import org.hms.registry.web.Csv;

/** The rows of an import as CSV: what became of each, why, and what the list said, under its own headings. */
final class ImportRowsCsv {

    private ImportRowsCsv() {}

    /** Gives rows one by one, as often as it is asked. */
    interface Rows {
        void each(Consumer<KeptRow> row);
    }

    static Rows planned(List<? extends PlannedRow<?>> rows) {
        return each -> rows.stream()
                .map(row -> new KeptRow(
                        row.row().number(),
                        row.row().id(),
                        row.outcome(),
                        row.entry(),
                        row.before(),
                        row.after(),
                        row.reason(),
                        row.row().cells()))
                .forEach(each);
    }

    /** @param outcomes those that are wanted */
    static StreamingOutput of(Rows rows, Set<PlannedRow.Outcome> outcomes) {
        return stream -> {
            var headings = new LinkedHashSet<String>();
            rows.each(row -> {
                if (outcomes.contains(row.outcome())) {
                    headings.addAll(row.cells().keySet());
                }
            });
            var out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
            var first = new ArrayList<String>(List.of("fila", "resultado", "entrada", "version", "motivo"));
            first.addAll(headings);
            Csv.write(out, first);
            rows.each(row -> {
                if (outcomes.contains(row.outcome())) {
                    write(out, row, headings);
                }
            });
            out.flush();
        };
    }

    private static void write(Writer out, KeptRow row, Set<String> headings) {
        var cells = new ArrayList<Object>();
        cells.add(row.number());
        cells.add(row.outcome().code());
        cells.add(Objects.requireNonNullElse(row.entry(), ""));
        cells.add(row.after() == 0 ? "" : row.after());
        cells.add(Objects.requireNonNullElse(row.reason(), ""));
        headings.forEach(heading -> cells.add(row.cells().getOrDefault(heading, "")));
        try {
            Csv.write(out, cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
