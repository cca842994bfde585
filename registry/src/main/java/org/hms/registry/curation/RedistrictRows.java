package org.hms.registry.curation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hms.registry.access.Caller;
import org.hms.registry.curation.Proposal.Kind;
import org.hms.registry.curation.Proposal.Redistricting;
import org.hms.registry.curation.Proposal.Resettled;
import org.hms.registry.curation.ProposalFile.Row;
import org.hms.registry.curation.ProposedRow.Outcome;
import org.hms.registry.territory.DirectorySystems;
import org.jspecify.annotations.Nullable;

/**
 * Rows that tell which facilities a district has got: each is judged by itself, and those that are fit make one request
 * together.
 */
final class RedistrictRows {

    private final Curation curation;
    private final BulkProposals bulk;

    RedistrictRows(Curation curation, BulkProposals bulk) {
        this.curation = curation;
        this.bulk = bulk;
    }

    /** Rows of one district, day and reason. */
    List<ProposedRow> propose(List<Row> rows, boolean dryRun, Caller by) {
        var judged = new ArrayList<ProposedRow>();
        var fit = new ArrayList<Resettled>();
        var seen = new HashSet<String>();
        for (var row : rows) {
            var alone = new ArrayList<Resettled>();
            var one = bulk.judge(
                    row.line(),
                    row.cell("facility"),
                    () -> {
                        alone.add(resettled(row, seen));
                        return proposal(row, alone);
                    },
                    true,
                    by);
            if (one.outcome() == Outcome.PROPOSED && isThere(row, alone.getFirst())) {
                one = new ProposedRow(row.line(), Outcome.UNCHANGED, row.cell("facility"), null, List.of());
            } else if (one.outcome() == Outcome.PROPOSED) {
                fit.addAll(alone);
            }
            judged.add(one.of(row.cells()));
        }
        return dryRun || fit.isEmpty() ? judged : together(rows.getFirst(), fit, judged, by);
    }

    private List<ProposedRow> together(Row first, List<Resettled> fit, List<ProposedRow> judged, Caller by) {
        var request = bulk.judge(first.line(), first.cell("facility"), () -> proposal(first, fit), false, by);
        return judged.stream()
                .map(row -> row.outcome() == Outcome.PROPOSED ? row.within(request) : row)
                .toList();
    }

    private Resettled resettled(Row row, HashSet<String> seen) {
        var named = row.cell("facility");
        if (named == null) {
            throw new InvalidProposalFile("The row has no facility");
        }
        var facility = curation.named(named);
        var code = row.cell("mspbscode");
        if (!seen.add("facility " + facility) || (code != null && !seen.add("code " + code))) {
            throw new InvalidProposalFile("The facility or its new code stands in a row before");
        }
        return new Resettled(facility, code);
    }

    /** Whether a row says what is published already. */
    private boolean isThere(Row row, Resettled one) {
        var code = one.mspbsCode();
        return Objects.equals(curation.described(one.facility()).district(), row.cell("district"))
                && (code == null
                        || curation.resolve(DirectorySystems.MSPBS_ESTABLISHMENT, code)
                                .contains(one.facility()));
    }

    private static Proposal proposal(Row row, List<Resettled> facilities) {
        @Nullable String district = row.cell("district");
        var since = row.since();
        if (district == null || since == null) {
            throw new InvalidProposalFile("A row of kind redistrict has the district, and since, the day");
        }
        var redistricting = new Redistricting(district, facilities);
        return new Proposal(
                Kind.REDISTRICT, null, 0, null, List.of(), row.reason(), null, redistricting, since, Map.of());
    }
}
