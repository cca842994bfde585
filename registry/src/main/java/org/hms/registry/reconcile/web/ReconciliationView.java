package org.hms.registry.reconcile.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.hms.registry.reconcile.ListedFacility;
import org.hms.registry.reconcile.ReconciledPair;
import org.hms.registry.reconcile.ReconciliationJob;
import org.hms.registry.reconcile.ReconciliationReport;
import org.jspecify.annotations.Nullable;

/** How far a reconciliation is, and what came of it in figures. */
public record ReconciliationView(
        String id, String state, Instant asked, @Nullable ReconciliationReport report) {

    static ReconciliationView of(ReconciliationJob job) {
        return new ReconciliationView(
                job.id(),
                job.state().name().toLowerCase(Locale.ROOT),
                job.asked(),
                job.findResult().map(ReconciliationReport::of).orElse(null));
    }

    /** One page of what was decided. */
    public record PairPage(int total, int limit, int offset, List<PairView> results) {
        public PairPage {
            results = List.copyOf(results);
        }
    }

    /** A pair, or a row that stays alone. */
    public record PairView(
            @Nullable RowView left,
            @Nullable RowView right,
            String decision,
            @Nullable Double score,
            List<String> reasons) {
        public PairView {
            reasons = List.copyOf(reasons);
        }

        static PairView of(ReconciledPair pair) {
            return new PairView(
                    RowView.of(pair.left()),
                    RowView.of(pair.right()),
                    pair.decision().code(),
                    pair.score(),
                    pair.reasons());
        }
    }

    /** A row of a list, by its id and the name that it prints. */
    public record RowView(String id, String name) {

        static @Nullable RowView of(@Nullable ListedFacility facility) {
            return facility == null ? null : new RowView(facility.id(), facility.name());
        }
    }
}
