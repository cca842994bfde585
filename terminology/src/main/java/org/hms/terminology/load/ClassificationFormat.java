package org.hms.terminology.load;

import java.io.InputStream;
import org.hms.terminology.concept.SystemUri;

/** The files of classifications that can be imported. Their content is never shipped; the operator brings it. */
public enum ClassificationFormat {
    /** ICD-10 in Spanish as a CSV with a column for each level of the hierarchy. */
    ICD_10_CSV(SystemUri.ICD_10, "CIE-10") {
        @Override
        public ClassificationReading read(InputStream file) {
            return Icd10CsvImporter.read(file);
        }
    },
    /** ICD-10 as WHO gives it out, in ClaML. */
    ICD_10_CLAML(SystemUri.ICD_10, "CIE-10") {
        @Override
        public ClassificationReading read(InputStream file) {
            return ClamlImporter.read(file);
        }
    },
    /** WHO's simple tabulation of ICD-11 MMS, zipped, in Spanish (with English beside it) or in English. */
    ICD_11_TABULATION(SystemUri.ICD_11, "CIE-11 MMS") {
        @Override
        public ClassificationReading read(InputStream file) {
            return Icd11TabulationImporter.read(file);
        }
    };

    private final String url;
    private final String title;

    ClassificationFormat(String url, String title) {
        this.url = url;
        this.title = title;
    }

    public String url() {
        return url;
    }

    public String title() {
        return title;
    }

    public abstract ClassificationReading read(InputStream file);
}
