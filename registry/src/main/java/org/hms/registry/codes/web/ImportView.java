package org.hms.registry.codes.web;

import java.util.List;
import org.hms.terminology.load.ImportReport;
import org.hms.terminology.load.RowIssue;

/** What an import read, accepted, rejected and adjusted; of rejected and adjusted rows the first thousand are named. */
public record ImportView(
        String system,
        String release,
        int read,
        int accepted,
        int rejected,
        int adjusted,
        boolean published,
        List<RowIssue> rejectedRows,
        List<RowIssue> adjustedRows) {
    private static final int MOST_ROWS = 1_000;

    public ImportView {
        rejectedRows = List.copyOf(rejectedRows);
        adjustedRows = List.copyOf(adjustedRows);
    }

    static ImportView of(ImportReport report) {
        return new ImportView(
                report.url(),
                report.version(),
                report.read(),
                report.accepted(),
                report.rejected().size(),
                report.adjusted().size(),
                report.published() != null,
                first(report.rejected()),
                first(report.adjusted()));
    }

    private static List<RowIssue> first(List<RowIssue> rows) {
        return rows.subList(0, Math.min(MOST_ROWS, rows.size()));
    }
}
