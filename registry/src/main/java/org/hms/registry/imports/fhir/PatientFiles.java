package org.hms.registry.imports.fhir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hms.matching.batch.ColumnMapping;
import org.hms.matching.batch.InvalidColumns;
import org.hms.registry.imports.ImportOrder;
import org.hms.registry.imports.Rows;
import org.hms.registry.patient.SourceSystems;
import org.hms.registry.patient.fhir.PatientIntake;

/** Opens imported files: Patients as they are, rows by their column mapping. */
public final class PatientFiles implements Rows.Opener {

    private final PatientIntake intake;
    private final SourceSystems sources;

    public PatientFiles(PatientIntake intake, SourceSystems sources) {
        this.intake = intake;
        this.sources = sources;
    }

    @Override
    public Rows open(ImportOrder order, Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new Rows.UnreadableFile("The import was interrupted and its file is gone; send it again");
        }
        var columns = order.columns();
        if (columns == null) {
            return new PatientRows(order, file, intake);
        }
        var source = sources.find(order.source())
                .orElseThrow(() -> new Rows.UnreadableFile("The source system is not known"));
        var mapping = mapping(columns);
        var patients = new MappedPatient(mapping, source.identifierSystem());
        return switch (order.format()) {
            case CSV -> MappedRows.csv(order, file, mapping, patients, intake);
            case ROWS, PATIENTS -> MappedRows.json(order, file, patients, intake);
        };
    }

    /** Throws {@link InvalidColumns} when the text is no mapping of columns to what a Patient has. */
    public static void requireMapping(String columns) throws IOException {
        var notTaken = MappedPatient.columnsNotTaken(mapping(columns));
        if (!notTaken.isEmpty()) {
            throw new Rows.UnreadableFile("A Patient has no place for the columns " + notTaken);
        }
    }

    private static ColumnMapping mapping(String columns) throws IOException {
        var file = Files.createTempFile("columns-", ".yml");
        try {
            return ColumnMapping.read(Files.writeString(file, columns));
        } finally {
            Files.delete(file);
        }
    }
}
