package org.hms.terminology.load;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.hms.terminology.graph.GraphDesignation;
import org.hms.terminology.graph.GraphHeader;
import org.hms.terminology.graph.GraphSink;
import org.hms.terminology.graph.GraphSource;
import org.hms.terminology.graph.GraphValue;
import org.hms.terminology.graph.RowKind;
import org.hms.terminology.graph.UseCoding;

/**
 * A code system as a CSV file with the columns {@code code} and {@code display}, and if wanted {@code parent} (several
 * with semicolons), {@code inactive} and {@code display:LANGUAGE}; every other column is a property.
 */
final class CsvCodes implements GraphSource {
    private static final String DISPLAY = "display";
    private static final Set<String> KNOWN = Set.of("code", DISPLAY, "parent", "inactive");
    private static final UseCoding USE =
            new UseCoding("http://terminology.hl7.org/CodeSystem/designation-usage", DISPLAY, DISPLAY);

    private final Path file;
    private final GraphHeader header;

    CsvCodes(Path file, String system, String version, String language) {
        this.file = file;
        header = new GraphHeader(system, version, system, language, true, List.of(), List.of(DISPLAY));
    }

    @Override
    public GraphHeader header() {
        return header;
    }

    @Override
    public void read(GraphSink sink) throws IOException {
        each(row -> sink.concept(code(row), field(row, "inactive").equals("true")));
        each(row -> {
            var code = code(row);
            for (var parent : field(row, "parent").split(";")) {
                if (!parent.isBlank()) {
                    sink.isA(code, parent.strip());
                }
            }
            row.getFieldsAsMap().forEach((column, value) -> {
                if (value.isBlank()) {
                    return;
                }
                if (column.equals(DISPLAY) || column.startsWith(DISPLAY + ":")) {
                    var language = column.equals(DISPLAY) ? header.language() : column.substring(DISPLAY.length() + 1);
                    sink.designation(code, new GraphDesignation(0, language, USE, value.strip(), false));
                } else if (!KNOWN.contains(column)) {
                    sink.row(code, RowKind.PROPERTY, column, 0, GraphValue.literal(value.strip()));
                }
            });
        });
    }

    private void each(Consumer<NamedCsvRecord> rows) throws IOException {
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                var records = CsvReader.builder()
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofNamedCsvRecord(reader)) {
            for (var row : records) {
                rows.accept(row);
            }
        } catch (CsvParseException e) {
            throw new UnreadableFile("No CSV: " + e.getMessage());
        }
    }

    private static String code(NamedCsvRecord row) {
        var code = field(row, "code");
        if (code.isEmpty()) {
            throw new UnreadableFile("Line " + row.getStartingLineNumber() + " has no code");
        }
        return code;
    }

    private static String field(NamedCsvRecord row, String column) {
        return row.findField(column).orElse("").strip();
    }
}
