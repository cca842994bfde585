package org.hms.terminology.load.icd11;

import java.util.List;
import org.hms.terminology.graph.CompileIssues;
import org.hms.terminology.system.CodeSystemSummary;
import org.jspecify.annotations.Nullable;

/**
 * What an import of axes read, kept and left out. {@code codes} have axes, {@code bare} are known to have none; {@code published}
 * is absent after a dry run.
 */
public record AxesReport(
        String url,
        String version,
        int read,
        int codes,
        int bare,
        int axes,
        int values,
        List<CompileIssues.Issue> leftOut,
        @Nullable CodeSystemSummary published) {
    public AxesReport {
        leftOut = List.copyOf(leftOut);
    }
}
