package org.hms.registry.exchange.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.hms.registry.exchange.DirectoryImport;
import org.hms.registry.exchange.DirectoryImports.Examined;
import org.hms.registry.exchange.DirectoryImports.Undone;
import org.hms.registry.exchange.PlannedRow;
import org.hms.registry.exchange.PlannedRow.Outcome;
import org.jspecify.annotations.Nullable;

/** An import in figures; a plan has no number. */
public record DirectoryImportView(
        @Nullable Long id,
        String source,
        String format,
        String by,
        Instant at,
        DirectoryImport.Counts counts,
        @Nullable Instant undone) {

    static DirectoryImportView of(DirectoryImport summary) {
        return new DirectoryImportView(
                summary.id() == 0 ? null : summary.id(),
                summary.source(),
                summary.format().name().toLowerCase(Locale.ROOT),
                summary.by(),
                summary.at(),
                summary.counts(),
                summary.undone());
    }

    /** A row that was refused: its place in the list, its id there, and why. */
    public record RefusedRow(int row, String id, @Nullable String reason) {}

    /** An import with the first of its refused rows. */
    public record ExaminedView(DirectoryImportView summary, List<RefusedRow> rejected) {

        private static final int MOST_SHOWN = 100;

        public ExaminedView {
            rejected = List.copyOf(rejected);
        }

        static ExaminedView of(Examined<?> examined) {
            return new ExaminedView(
                    DirectoryImportView.of(examined.summary()),
                    examined.rows().stream()
                            .filter(row -> row.outcome() == Outcome.REJECTED)
                            .limit(MOST_SHOWN)
                            .map(ExaminedView::refused)
                            .toList());
        }

        private static RefusedRow refused(PlannedRow<?> row) {
            return new RefusedRow(row.row().number(), row.row().id(), row.reason());
        }
    }

    /** What became of taking an import back: those left are facilities that somebody changed since. */
    public record UndoneView(DirectoryImportView summary, int restored, List<String> left) {
        public UndoneView {
            left = List.copyOf(left);
        }

        static UndoneView of(Undone undone) {
            return new UndoneView(DirectoryImportView.of(undone.summary()), undone.restored(), undone.left());
        }
    }
}
