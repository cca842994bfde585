package org.hms.registry.editorial;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a file of mappings: counts, and each row; after a dry run nothing is stored. */
public record MappingImportReport(boolean dryRun, int proposed, int known, int waiting, int rejected, List<Row> rows) {
    public MappingImportReport {
        rows = List.copyOf(rows);
    }

    /** What becomes of a row. */
    public enum Outcome {
        PROPOSED,
        /** The lexicon has it. */
        KNOWN,
        /** It is proposed and not decided, or accepted and not published. */
        WAITING,
        REJECTED
    }

    /** A row by its place in the file; the reason where it was rejected, or known with other evidence. */
    public record Row(
            String place,
            String concept,
            String code,
            Outcome outcome,
            @Nullable String reason) {}

    static MappingImportReport of(boolean dryRun, List<Row> rows) {
        return new MappingImportReport(
                dryRun,
                count(rows, Outcome.PROPOSED),
                count(rows, Outcome.KNOWN),
                count(rows, Outcome.WAITING),
                count(rows, Outcome.REJECTED),
                rows);
    }

    private static int count(List<Row> rows, Outcome outcome) {
        return (int) rows.stream().filter(row -> row.outcome() == outcome).count();
    }
}
