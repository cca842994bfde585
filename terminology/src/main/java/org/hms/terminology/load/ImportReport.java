package org.hms.terminology.load;

import java.util.List;
import org.hms.terminology.system.CodeSystemSummary;
import org.jspecify.annotations.Nullable;

/**
 * What an import read, accepted, rejected and adjusted. {@code published} is absent after a dry run and when no row was
 * acceptable.
 */
public record ImportReport(
        String url,
        String version,
        int read,
        int accepted,
        List<RowIssue> rejected,
        List<RowIssue> adjusted,
        @Nullable CodeSystemSummary published) {
    public ImportReport {
        rejected = List.copyOf(rejected);
        adjusted = List.copyOf(adjusted);
    }
}
