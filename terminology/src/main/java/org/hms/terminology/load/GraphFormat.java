package org.hms.terminology.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.hms.terminology.load.loinc.LoincRelease;
import org.hms.terminology.load.rf2.Rf2Release;
import org.jspecify.annotations.Nullable;

/** The releases that are compiled as graphs. Their content is never shipped; the operator brings it. */
public enum GraphFormat {
    /** SNOMED CT, a snapshot in release format 2: zip or folder; its version is in its files. */
    SNOMED {
        @Override
        public Release open(Path file, @Nullable String version, String language, LongConsumer progress)
                throws IOException {
            return Rf2Release.open(file, version, language, progress);
        }
    },
    /** LOINC's CSV files: zip or folder; its version has to be named. */
    LOINC {
        @Override
        public Release open(Path file, @Nullable String version, String language, LongConsumer progress)
                throws IOException {
            return LoincRelease.open(file, version, progress);
        }
    };

    /**
     * Opens the release's files.
     *
     * @param version the release's version; null where the files say it themselves
     * @param language the language in which concepts are shown
     * @param progress hears how many characters were read
     */
    public abstract Release open(Path file, @Nullable String version, String language, LongConsumer progress)
            throws IOException;
}
