package org.hms.registry.curation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hms.registry.access.Caller;
import org.hms.registry.curation.CurationRefused.Place;
import org.hms.registry.curation.Proposal.Division;
import org.hms.registry.curation.Proposal.Kind;
import org.hms.registry.curation.ProposalFile.Row;
import org.hms.registry.curation.ProposedRow.Outcome;
import org.hms.rules.directory.DirectoryFinding;
import org.jspecify.annotations.Nullable;

/**
 * Rows that tell what a facility is divided into, one for each part, and one for what remains of it if it does. They make one
 * request, or none where one of them is refused.
 */
final class SplitRows {

    private static final String REMAINS = "remains";

    private final Curation curation;
    private final List<Row> rows;
    private final List<Row> parts;
    private final @Nullable Row remains;
    private final Map<Row, List<String>> faults = new LinkedHashMap<>();
    private final Map<Row, List<String>> remarks = new HashMap<>();

    /** @param rows those that name one facility */
    SplitRows(Curation curation, List<Row> rows) {
        this.curation = curation;
        this.rows = rows;
        this.parts = rows.stream().filter(row -> !remains(row)).toList();
        this.remains = rows.stream().filter(SplitRows::remains).findFirst().orElse(null);
    }

    private static boolean remains(Row row) {
        return REMAINS.equalsIgnoreCase(row.cell("part"));
    }

    List<ProposedRow> propose(boolean dryRun, Caller by) {
        @Nullable Long request = null;
        try {
            var proposal = proposal();
            if (faults.isEmpty()) {
                curation.consider(proposal, by).findings().forEach(this::sort);
            }
            if (faults.isEmpty() && !dryRun) {
                request = curation.propose(proposal, by).request().id();
            }
        } catch (CurationRefused refused) {
            fault(rows.getFirst(), Objects.requireNonNullElse(refused.getMessage(), "It is not done"));
            refused.places().stream().map(Place::sentence).forEach(told -> fault(rows.getFirst(), told));
        } catch (InvalidProposalFile invalid) {
            fault(rows.getFirst(), Objects.requireNonNullElse(invalid.getMessage(), "It cannot be read"));
        }
        return report(request);
    }

    private List<ProposedRow> report(@Nullable Long request) {
        var report = new ArrayList<ProposedRow>();
        for (var row : rows) {
            var facility = row.cell("facility");
            var one = faults.isEmpty()
                    ? new ProposedRow(
                            row.line(), Outcome.PROPOSED, facility, request, remarks.getOrDefault(row, List.of()))
                    : ProposedRow.refused(row.line(), facility, faults.getOrDefault(row, elsewhere()));
            report.add(one.of(row.cells()));
        }
        return report;
    }

    private List<String> elsewhere() {
        var lines = faults.keySet().stream().map(Row::line).toList();
        return List.of("Other rows of this split are refused, in lines " + lines);
    }

    private Proposal proposal() {
        var named = rows.getFirst().cell("facility");
        if (named == null) {
            throw new InvalidProposalFile("The row has no facility");
        }
        if (rows.size() - parts.size() > 1 || parts.size() < (remains == null ? 2 : 1)) {
            throw new InvalidProposalFile(
                    "A split has a row for each new facility, two or more, or one beside a row whose part is remains");
        }
        var facility = curation.named(named);
        var stays = remains == null ? null : draft(remains, facility);
        var drafts = new ArrayList<FacilityDraft>();
        for (var part : parts) {
            var draft = draft(part, null);
            if (draft != null) {
                drafts.add(draft);
            }
        }
        var division = new Division(drafts, moves(curation.referring(facility).ids()));
        var reason = rows.getFirst().reason();
        return new Proposal(Kind.SPLIT, facility, 0, stays, List.of(), reason, division, null, null, Map.of());
    }

    private @Nullable FacilityDraft draft(Row row, @Nullable String facility) {
        try {
            return row.draft(curation, facility);
        } catch (InvalidProposalFile invalid) {
            fault(row, Objects.requireNonNullElse(invalid.getMessage(), "It cannot be read"));
            return null;
        }
    }

    private Map<String, Integer> moves(Set<String> referring) {
        var moves = new HashMap<String, Integer>();
        for (int part = 0; part < parts.size(); part++) {
            var row = parts.get(part);
            for (var entry : row.parts("moves").toList()) {
                if (!referring.contains(entry)) {
                    fault(row, "No role, service, endpoint or affiliation " + entry + " refers to the facility");
                } else if (moves.put(entry, part) != null) {
                    fault(row, entry + " moves to one part only");
                }
            }
        }
        if (remains != null && remains.parts("moves").findAny().isPresent()) {
            fault(remains, "What does not move stays with what remains");
        }
        return moves;
    }

    /** To the row of the part that a finding is about; what is about the facility as a whole to what remains, or to the first. */
    private void sort(DirectoryFinding finding) {
        var row = remains == null ? rows.getFirst() : remains;
        for (int part = 0; part < parts.size(); part++) {
            if (finding.field().startsWith("parts[" + part + "].")) {
                row = parts.get(part);
            }
        }
        var sentence = finding.ruleId() + " " + finding.sentence();
        if (finding.forbids()) {
            fault(row, sentence);
        } else {
            remarks.computeIfAbsent(row, any -> new ArrayList<>()).add(sentence);
        }
    }

    private void fault(Row row, String why) {
        faults.computeIfAbsent(row, any -> new ArrayList<>()).add(why);
    }
}
