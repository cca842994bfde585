package org.hms.terminology;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Test data that is not part of the project. Tests that need it are skipped, and say so, where it is absent. */
public final class SharedData {
    private static final Path LEXICON = Path.of("../../shared/data/guarani/lexicon.csv");
    private static final Path ICD_10 = Path.of("../../shared/data/terminology/cie10-es/cie-10-verasativa.csv");
    private static final Path ICD_11_ES =
            Path.of("../../shared/data/terminology/icd11/SimpleTabulation-ICD-11-MMS-es.zip");
    private static final Path ICD_11_EN =
            Path.of("../../shared/data/terminology/icd11/SimpleTabulation-ICD-11-MMS-en.zip");

    private SharedData() {}

    public static InputStream lexicon() {
        return open(LEXICON);
    }

    public static InputStream icd10() {
        return open(ICD_10);
    }

    public static InputStream icd11Spanish() {
        return open(ICD_11_ES);
    }

    public static InputStream icd11English() {
        return open(ICD_11_EN);
    }

    private static InputStream open(Path file) {
        assumeTrue(Files.exists(file), "Skipped: the test data " + file.getFileName() + " is not beside the project");
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
