package org.hms.registry.imports.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.hms.matching.batch.ColumnMapping;
import org.hms.matching.batch.CsvFormat;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.imports.ImportOrder;
import org.hms.registry.imports.Rows;
import org.hms.registry.patient.fhir.PatientIntake;
import org.jspecify.annotations.Nullable;

/** Rows of cells under a column mapping: CSV under a header line, or a flat JSON object on each line. */
final class MappedRows implements Rows {

    private final Cells cells;
    private final MappedPatient mapping;
    private final ImportOrder order;
    private final PatientIntake intake;

    private MappedRows(Cells cells, MappedPatient mapping, ImportOrder order, PatientIntake intake) {
        this.cells = cells;
        this.mapping = mapping;
        this.order = order;
        this.intake = intake;
    }

    static MappedRows csv(
            ImportOrder order, Path file, ColumnMapping columns, MappedPatient mapping, PatientIntake intake)
            throws IOException {
        return new MappedRows(new Csv(file, columns, mapping), mapping, order, intake);
    }

    static MappedRows json(ImportOrder order, Path file, MappedPatient mapping, PatientIntake intake)
            throws IOException {
        return new MappedRows(new Json(file), mapping, order, intake);
    }

    @Override
    public @Nullable Supplier<Row> nextUnread() throws IOException {
        var row = cells.next();
        return row == null ? null : () -> row(row);
    }

    private Row row(Supplier<Map<String, String>> cells) {
        try {
            return PatientRows.row(order, mapping.toPatient(cells.get()), intake);
        } catch (FhirProblem problem) {
            return new Unreadable(PatientRows.reason(problem));
        }
    }

    @Override
    public void close() throws IOException {
        cells.close();
    }

    /** Rows as cells by the names of their columns. */
    private interface Cells {
        @Nullable
        Supplier<Map<String, String>> next() throws IOException;

        void close() throws IOException;
    }

    private static final class Csv implements Cells {
        private final CsvReader<CsvRecord> csv;
        private final Iterator<CsvRecord> rows;
        private final List<String> header = new ArrayList<>();

        Csv(Path file, ColumnMapping columns, MappedPatient mapping) throws IOException {
            csv = CsvFormat.reader(file, columns).ofCsvRecord(file, columns.encoding());
            rows = csv.iterator();
            try {
                if (!rows.hasNext()) {
                    throw new UnreadableFile("The file has no header line");
                }
                rows.next().getFields().forEach(name -> header.add(name.strip()));
                for (var name : mapping.headers()) {
                    if (!header.contains(name)) {
                        throw new UnreadableFile("The file has no column " + name);
                    }
                }
            } catch (CsvParseException e) {
                csv.close();
                throw new UnreadableFile("The header line cannot be read as CSV");
            } catch (UnreadableFile e) {
                csv.close();
                throw e;
            }
        }

        @Override
        public @Nullable Supplier<Map<String, String>> next() throws IOException {
            try {
                if (!rows.hasNext()) {
                    return null;
                }
                var fields = rows.next().getFields();
                return () -> row(fields);
            } catch (CsvParseException e) {
                throw new UnreadableFile("The rest of the file cannot be read as CSV");
            }
        }

        private Map<String, String> row(List<String> fields) {
            var row = new HashMap<String, String>();
            for (int i = 0; i < Math.min(fields.size(), header.size()); i++) {
                row.put(header.get(i), fields.get(i).strip());
            }
            return row;
        }

        @Override
        public void close() throws IOException {
            csv.close();
        }
    }

    private static final class Json implements Cells {
        private static final ObjectReader JSON = new ObjectMapper().reader();

        private final PatientRows.Lines lines;

        Json(Path file) throws IOException {
            lines = new PatientRows.Lines(file);
        }

        @Override
        public @Nullable Supplier<Map<String, String>> next() throws IOException {
            var line = lines.next();
            return line == null ? null : () -> row(line);
        }

        private static Map<String, String> row(byte[] line) {
            try {
                var node = JSON.readTree(line);
                if (node == null || !node.isObject()) {
                    throw FhirProblem.invalid("The line is no JSON object");
                }
                var row = new HashMap<String, String>();
                node.properties().forEach(cell -> row.put(cell.getKey(), text(cell.getValue())));
                return row;
            } catch (IOException e) {
                throw FhirProblem.invalid("The line is no JSON object");
            }
        }

        /** Of several values, such as given names, all in their order. */
        private static String text(JsonNode node) {
            if (!node.isArray()) {
                return node.isValueNode() && !node.isNull() ? node.asText().strip() : "";
            }
            var texts = new ArrayList<String>();
            node.forEach(each -> texts.add(text(each)));
            return String.join(" ", texts);
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
