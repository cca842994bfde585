package org.hms.terminology.load.icd11;

import java.util.List;
import org.hms.terminology.graph.CompileIssues;
import org.hms.terminology.system.CodeSystemSource;
import org.hms.terminology.system.CodeSystemSummary;
import org.jspecify.annotations.Nullable;

/** A release with its axes, ready to be compiled, and what is told of the import. */
public record AxesReading(
        CodeSystemSource release,
        int read,
        int codes,
        int bare,
        int axes,
        int values,
        List<CompileIssues.Issue> leftOut) {
    public AxesReading {
        leftOut = List.copyOf(leftOut);
    }

    public AxesReport report(@Nullable CodeSystemSummary published) {
        return new AxesReport(release.url(), release.version(), read, codes, bare, axes, values, leftOut, published);
    }
}
