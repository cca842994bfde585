package org.hms.terminology.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.hms.terminology.load.loinc.LoincRelease;
import org.hms.terminology.load.rf2.Rf2Release;
import org.hms.terminology.rdf.SkosGraph;

/** The releases that are compiled as graphs. Their content is never shipped; the operator brings it. */
public enum GraphFormat {
    /** SNOMED CT, a snapshot in release format 2: zip or folder; its version is in its files. */
    SNOMED {
        @Override
        public Release open(Path file, ReleaseName name, LongConsumer progress) throws IOException {
            return Rf2Release.open(file, name.version(), name.language(), progress);
        }
    },
    /** LOINC's CSV files: zip or folder; its version has to be named. */
    LOINC {
        @Override
        public Release open(Path file, ReleaseName name, LongConsumer progress) throws IOException {
            return LoincRelease.open(file, name.version(), progress);
        }
    },
    /** A SKOS concept scheme as Turtle, N-Triples or RDF/XML. */
    SKOS {
        @Override
        public Release open(Path file, ReleaseName name, LongConsumer progress) throws IOException {
            var scheme = SkosGraph.read(file, name.system(), name.version(), name.language());
            return new FileRelease(file, scheme, progress);
        }
    },
    /** A CSV with the columns code, display, parent, inactive, and properties; all else has to be named. */
    CSV {
        @Override
        public Release open(Path file, ReleaseName name, LongConsumer progress) {
            var codes = new CsvCodes(file, name.requireSystem(), name.requireVersion(), name.language());
            return new FileRelease(file, codes, progress);
        }
    };

    /** Opens the release's files; the progress hears how many characters were read. */
    public abstract Release open(Path file, ReleaseName name, LongConsumer progress) throws IOException;
}
