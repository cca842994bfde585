package org.hms.registry.curation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.hms.registry.access.Caller;
import org.hms.registry.curation.Proposal.Kind;
import org.hms.registry.curation.ProposalFile.Row;
import org.hms.registry.curation.ProposedRow.Outcome;
import org.hms.rules.directory.DirectoryFinding;
import org.jspecify.annotations.Nullable;

/**
 * Makes proposals of the rows of a file, each by itself but for those that make one together, and tells what became of each. Proposals change nothing until they
 * are approved, so a dry run tells exactly what the real one does.
 */
public final class BulkProposals {

    private static final String CHANGES_NOTHING = "DIR-11";

    private final Curation curation;

    public BulkProposals(Curation curation) {
        this.curation = curation;
    }

    /** @throws InvalidProposalFile if the file as a whole cannot be read */
    public List<ProposedRow> propose(String csv, boolean dryRun, Caller by) {
        return ProposalFile.groups(ProposalFile.rows(csv)).stream()
                .flatMap(group -> group(group, dryRun, by).stream())
                .sorted(Comparator.comparingLong(ProposedRow::line))
                .toList();
    }

    private List<ProposedRow> group(List<Row> rows, boolean dryRun, Caller by) {
        var first = rows.getFirst();
        if (first.is(Kind.SPLIT)) {
            return new SplitRows(curation, rows).propose(dryRun, by);
        }
        if (first.is(Kind.REDISTRICT)) {
            return new RedistrictRows(curation, this).propose(rows, dryRun, by);
        }
        return List.of(judge(first.line(), first.cell("facility"), () -> first.proposal(curation), dryRun, by)
                .of(first.cells()));
    }

    /** What the pairs of a reconciliation say: what matches is completed, what stands in the other list alone is new. */
    public List<ProposedRow> propose(ReconciledList list, boolean dryRun, Caller by) {
        var report = new ArrayList<ProposedRow>();
        for (var pair : list.pairs()) {
            var told = pair.untouched();
            report.add(
                    told == null
                            ? judge(pair.line(), pair.left(), () -> list.proposal(pair, curation), dryRun, by)
                            : new ProposedRow(pair.line(), told, pair.left(), null, List.of(pair.reasons())));
        }
        return report;
    }

    /** What becomes of a proposal, once it can be made. */
    ProposedRow judge(long line, @Nullable String facility, Supplier<Proposal> made, boolean dryRun, Caller by) {
        try {
            var proposal = made.get();
            var findings = curation.consider(proposal, by).findings();
            if (findings.stream().anyMatch(finding -> finding.ruleId().equals(CHANGES_NOTHING))) {
                return new ProposedRow(line, Outcome.UNCHANGED, facility, null, List.of());
            }
            if (findings.stream().anyMatch(DirectoryFinding::forbids)) {
                return ProposedRow.refused(line, facility, sentences(findings));
            }
            var request =
                    dryRun ? null : curation.propose(proposal, by).request().id();
            return new ProposedRow(line, Outcome.PROPOSED, facility, request, sentences(findings));
        } catch (CurationRefused refused) {
            var why = new ArrayList<>(List.of(Objects.requireNonNullElse(refused.getMessage(), "It is not done")));
            refused.places().forEach(place -> why.add(place.field() + ": " + place.sentence()));
            return ProposedRow.refused(line, facility, why);
        } catch (InvalidProposalFile invalid) {
            return ProposedRow.refused(
                    line, facility, List.of(Objects.requireNonNullElse(invalid.getMessage(), "It cannot be read")));
        }
    }

    private static List<String> sentences(List<DirectoryFinding> findings) {
        return findings.stream()
                .map(finding -> finding.ruleId() + " " + finding.sentence())
                .toList();
    }
}
