package org.hms.registry.curation.web;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.hms.registry.curation.ProposedRow;
import org.hms.registry.curation.ProposedRow.Outcome;
import org.hms.registry.web.Csv;

/** The rows of a file of proposals that were refused, with the reasons before them; corrected, the file may be sent again. */
final class ProposedRowsCsv {

    private ProposedRowsCsv() {}

    static StreamingOutput refused(List<ProposedRow> rows) {
        var refused =
                rows.stream().filter(row -> row.outcome() == Outcome.REFUSED).toList();
        var columns = new TreeSet<String>();
        refused.forEach(row -> columns.addAll(row.cells().keySet()));
        return stream -> {
            var out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
            var headings = new ArrayList<String>(List.of("line", "outcome", "reasons"));
            headings.addAll(columns);
            Csv.write(out, headings);
            for (var row : refused) {
                var cells = new ArrayList<Object>(
                        List.of(row.line(), row.outcome().code(), String.join("; ", row.reasons())));
                columns.forEach(column -> cells.add(row.cells().getOrDefault(column, "")));
                Csv.write(out, cells);
            }
            out.flush();
        };
    }
}
