package org.hms.terminology.load.icd11;

import java.nio.file.Path;
import org.hms.terminology.concept.SystemUri;
import org.hms.terminology.system.CodeSystemLibrary;
import org.hms.terminology.system.CompiledCodeSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An invented tabulation, published anew for each test. */
abstract class ReleaseAtHand {
    @TempDir
    Path directory;

    CodeSystemLibrary library;

    @BeforeEach
    void open() {
        library = CodeSystemLibrary.open(directory.resolve("terminology/systems"));
        library.publish(InventedRelease.tabulation());
    }

    @AfterEach
    void close() {
        library.close();
    }

    CompiledCodeSystem release() {
        return library.find(SystemUri.ICD_11, null).orElseThrow();
    }
}
