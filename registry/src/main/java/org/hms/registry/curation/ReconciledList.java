package org.hms.registry.curation;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hms.registry.curation.Proposal.Kind;
import org.hms.registry.curation.ProposedRow.Outcome;
import org.hms.registry.reconcile.ListedFacility;
import org.hms.registry.territory.DirectoryIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * The result of reconciling the directory, on the left, with another list, on the right.
 *
 * @param pairs the rows of {@code pairs.csv}
 * @param right the other list by its ids
 * @param system in which the ids of the other list are codes
 */
public record ReconciledList(List<Pair> pairs, Map<String, ListedFacility> right, String system) {

    private static final String REASON = "Found by reconciliation";

    /** One row: two ids, one of them absent where a row has no counterpart, and what was decided. */
    public record Pair(
            long line, @Nullable String left, @Nullable String right, String decision, String reasons) {

        /** What becomes of a pair that proposes nothing. */
        @Nullable
        Outcome untouched() {
            if (decision.equals("review")) {
                return Outcome.REVIEW;
            }
            return right == null ? Outcome.ALONE : null;
        }
    }

    public ReconciledList {
        pairs = List.copyOf(pairs);
        right = Map.copyOf(right);
    }

    /** @throws InvalidProposalFile if it is not the {@code pairs.csv} that a reconciliation writes */
    public static ReconciledList of(String pairs, List<ListedFacility> right, String system) {
        var byId = right.stream().collect(Collectors.toMap(ListedFacility::id, Function.identity()));
        var rows = new ArrayList<Pair>();
        try {
            for (var row : CsvReader.builder()
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .ofCsvRecord(pairs)) {
                if (row.getFieldCount() < 5) {
                    throw new InvalidProposalFile(
                            "Line " + row.getStartingLineNumber() + ": a row is left,right,decision,score,reasons");
                }
                if (row.getStartingLineNumber() > 1) {
                    rows.add(new Pair(
                            row.getStartingLineNumber(),
                            id(row.getField(0)),
                            id(row.getField(1)),
                            row.getField(2),
                            row.getField(4)));
                }
            }
        } catch (CsvParseException e) {
            throw new InvalidProposalFile("The pairs are no CSV: " + e.getMessage());
        }
        return new ReconciledList(rows, byId, system);
    }

    private static @Nullable String id(String cell) {
        return cell.isBlank() ? null : cell.strip();
    }

    Proposal proposal(Pair pair, Curation curation) {
        var row = right.get(Objects.requireNonNull(pair.right()));
        if (row == null) {
            throw new InvalidProposalFile("The other list has no row of this id");
        }
        var left = pair.left();
        if (left == null) {
            return new Proposal(Kind.CREATE, null, 0, completed(null, row), List.of(), REASON);
        }
        var facility = curation.named(left);
        var draft = completed(curation.described(facility), row);
        return new Proposal(Kind.CHANGE, facility, 0, draft, List.of(), REASON + ": " + pair.reasons());
    }

    /** What is published stays; what it does not say, and the code of the row, come from the other list. */
    private FacilityDraft completed(@Nullable FacilityDraft known, ListedFacility row) {
        var where = row.where();
        var point = where.point();
        var latitude = known == null ? null : known.latitude();
        var longitude = known == null ? null : known.longitude();
        boolean placed = latitude != null && longitude != null;
        return new FacilityDraft(
                known == null ? row.name() : known.name(),
                first(known == null ? null : known.type(), row.type()),
                first(known == null ? null : known.ownership(), row.ownership()),
                first(known == null ? null : known.district(), where.district()),
                first(known == null ? null : known.healthRegion(), where.region()),
                placed ? latitude : point == null ? null : Double.valueOf(point.latitude()),
                placed ? longitude : point == null ? null : Double.valueOf(point.longitude()),
                known == null || known.phones().isEmpty() ? row.phones() : known.phones(),
                null,
                List.of(new DirectoryIdentifier(system, row.id())));
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return Stream.of(one == null ? "" : one, other == null ? "" : other)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(null);
    }
}
