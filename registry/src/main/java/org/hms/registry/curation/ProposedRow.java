package org.hms.registry.curation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of one row of a file of proposals.
 *
 * @param line where the row stands in the file, the header being 1
 * @param facility the one it is about, as the row names it
 * @param request the number under which it waits for a review; absent in a dry run
 * @param cells what the row said, by the names of its columns
 */
public record ProposedRow(
        long line,
        Outcome outcome,
        @Nullable String facility,
        @Nullable Long request,
        List<String> reasons,
        Map<String, String> cells) {

    /** What becomes of a row. */
    public enum Outcome {
        PROPOSED,
        /** It says what is published already. */
        UNCHANGED,
        /** A rule forbids it, or it cannot be read. */
        REFUSED,
        /** Reconciliation left it to a steward. */
        REVIEW,
        /** Reconciliation found no counterpart in the other list, so there is nothing to propose. */
        ALONE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public ProposedRow {
        reasons = List.copyOf(reasons);
        cells = Map.copyOf(cells);
    }

    /** A row of which the file is not kept. */
    ProposedRow(long line, Outcome outcome, @Nullable String facility, @Nullable Long request, List<String> reasons) {
        this(line, outcome, facility, request, reasons, Map.of());
    }

    static ProposedRow refused(long line, @Nullable String facility, List<String> why) {
        return new ProposedRow(line, Outcome.REFUSED, facility, null, why);
    }

    /** The same row as part of a request that was made of several. */
    ProposedRow within(ProposedRow whole) {
        return new ProposedRow(
                line,
                whole.outcome,
                facility,
                whole.request,
                whole.outcome == Outcome.PROPOSED ? reasons : whole.reasons,
                cells);
    }

    ProposedRow of(Map<String, String> row) {
        return new ProposedRow(line, outcome, facility, request, reasons, row);
    }
}
