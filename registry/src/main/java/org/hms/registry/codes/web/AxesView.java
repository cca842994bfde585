package org.hms.registry.codes.web;

import java.util.List;
import org.hms.terminology.graph.CompileIssues;
import org.hms.terminology.load.icd11.AxesReport;

/**
 * What an import of the axes of ICD-11 read and kept: how many codes have axes, how many are known to have none, how many
 * axes with how many values; and what was left out, by reason.
 */
public record AxesView(
        String system,
        String release,
        int read,
        int codesWithAxes,
        int codesWithoutAxes,
        int axes,
        int values,
        boolean published,
        List<CompileIssues.Issue> leftOut) {
    public AxesView {
        leftOut = List.copyOf(leftOut);
    }

    static AxesView of(AxesReport report) {
        return new AxesView(
                report.url(),
                report.version(),
                report.read(),
                report.codes(),
                report.bare(),
                report.axes(),
                report.values(),
                report.published() != null,
                report.leftOut());
    }
}
