package org.hms.terminology.issue;

import java.util.Locale;

/** How grave an issue is. */
public enum Severity {
    ERROR,
    WARNING,
    INFORMATION;

    public String fhirCode() {
        return name().toLowerCase(Locale.ROOT);
    }
}
