package org.hms.registry.imports.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.Patient;
import org.hms.registry.fhir.FhirFormat;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirReader;
import org.hms.registry.imports.ImportOrder;
import org.hms.registry.imports.Rows;
import org.hms.registry.patient.Precondition;
import org.hms.registry.patient.fhir.PatientIntake;
import org.jspecify.annotations.Nullable;

/** NDJSON of FHIR Patients: each line is read as strictly as a body would be. */
final class PatientRows implements Rows {

    private final Lines lines;
    private final ImportOrder order;
    private final PatientIntake intake;
    private final FhirReader reader = new FhirReader(FhirContext.forR4Cached());

    PatientRows(ImportOrder order, Path file, PatientIntake intake) throws IOException {
        this.lines = new Lines(file);
        this.order = order;
        this.intake = intake;
    }

    @Override
    public @Nullable Supplier<Row> nextUnread() throws IOException {
        var line = lines.next();
        return line == null ? null : () -> row(line);
    }

    private Row row(byte[] line) {
        if (line.length == 0) {
            return new Unreadable("The line is longer than " + Lines.LONGEST + " bytes");
        }
        try {
            if (!(reader.read(line, FhirFormat.JSON) instanceof Patient patient)) {
                return new Unreadable("The line holds no Patient");
            }
            return row(order, patient, intake);
        } catch (FhirProblem problem) {
            return new Unreadable(reason(problem));
        }
    }

    static Row row(ImportOrder order, Patient patient, PatientIntake intake) {
        var key = intake.requireOwnKey(patient, order.source());
        return new Readable(intake.incoming(order.caller(), key, patient, Precondition.NONE));
    }

    static String reason(FhirProblem problem) {
        var place = problem.expression();
        return problem.diagnostics() + (place == null ? "" : " at " + place);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    /** The lines of a file that are not blank; of one that is too long nothing is kept. */
    static final class Lines implements AutoCloseable {

        static final int LONGEST = 1 << 20;

        private final InputStream in;

        Lines(Path file) throws IOException {
            in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        }

        /** The next line, empty where it was too long; null behind the last. */
        byte @Nullable [] next() throws IOException {
            while (true) {
                var line = new ByteArrayOutputStream(1 << 10);
                long length = 0;
                int b = in.read();
                boolean end = b < 0;
                for (; b >= 0 && b != '\n'; b = in.read()) {
                    length++;
                    if (length <= LONGEST) {
                        line.write(b);
                    }
                }
                if (end) {
                    return null;
                }
                if (length > LONGEST) {
                    return new byte[0];
                }
                if (!line.toString(StandardCharsets.UTF_8).isBlank()) {
                    return line.toByteArray();
                }
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
