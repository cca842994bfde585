package org.hms.registry.curation;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hms.registry.curation.Proposal.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Proposals as rows of CSV, under the names that the API gives their parts. Facilities are named by their id or by any code
 * they bear. A cell that is empty leaves a facility as it is.
 */
final class ProposalFile {

    private static final Set<String> COLUMNS = Set.of(
            "kind",
            "facility",
            "reason",
            "name",
            "type",
            "ownership",
            "district",
            "healthregion",
            "latitude",
            "longitude",
            "phones",
            "mspbscode",
            "absorbed",
            "since",
            "part",
            "moves");
    /** What a report of refused rows adds to them; a corrected one may be sent as it is. */
    private static final Set<String> REPORTED = Set.of("line", "outcome", "reasons");

    private ProposalFile() {}

    /** @throws InvalidProposalFile if it is no CSV, or has a column that no proposal has */
    static List<Row> rows(String csv) {
        var rows = new ArrayList<Row>();
        try {
            @Nullable List<String> header = null;
            for (var record : CsvReader.builder()
                    .detectBomHeader(true)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .ofCsvRecord(csv)) {
                if (header == null) {
                    header = header(record.getFields());
                } else {
                    rows.add(new Row(record.getStartingLineNumber(), cells(header, record.getFields())));
                }
            }
        } catch (CsvParseException e) {
            throw new InvalidProposalFile("The file is no CSV: " + e.getMessage());
        }
        return rows;
    }

    /** The rows that make one proposal together: all others stand alone. */
    static List<List<Row>> groups(List<Row> rows) {
        return List.copyOf(rows.stream()
                .collect(Collectors.groupingBy(Row::group, LinkedHashMap::new, Collectors.toList()))
                .values());
    }

    private static List<String> header(List<String> cells) {
        var names = cells.stream()
                .map(cell -> cell.strip().toLowerCase(Locale.ROOT).replace("_", ""))
                .toList();
        var unknown = names.stream()
                .filter(name -> !COLUMNS.contains(name) && !REPORTED.contains(name))
                .findFirst();
        if (unknown.isPresent()) {
            throw new InvalidProposalFile("No proposal has a column " + unknown.get() + "; they have "
                    + COLUMNS.stream().sorted().toList());
        }
        if (!names.contains("kind")) {
            throw new InvalidProposalFile("The file has no column kind");
        }
        return names;
    }

    private static Map<String, String> cells(List<String> header, List<String> cells) {
        var named = new HashMap<String, String>();
        for (int i = 0; i < Math.min(header.size(), cells.size()); i++) {
            if (!cells.get(i).isBlank()) {
                named.put(header.get(i), cells.get(i).strip());
            }
        }
        return named;
    }

    /** One row by the names of its columns; what is empty is not in it. */
    record Row(long line, Map<String, String> cells) {

        @Nullable
        String cell(String name) {
            return cells.get(name);
        }

        Proposal proposal(Curation curation) {
            var kind = kind();
            var named = cell("facility");
            var facility = named == null ? null : curation.named(named);
            var absorbed = parts("absorbed").map(curation::named).toList();
            var draft = kind == Kind.CREATE || kind == Kind.CHANGE ? draft(curation, facility) : null;
            return new Proposal(kind, facility, 0, draft, absorbed, reason(), null, null, since(), Map.of());
        }

        String reason() {
            return cells.getOrDefault("reason", "From a file");
        }

        boolean is(Kind kind) {
            return kind.name().equalsIgnoreCase(cells.get("kind"));
        }

        /** What it has in common with the rows that it makes one proposal with. */
        private String group() {
            if (is(Kind.SPLIT)) {
                return "split " + cells.get("facility");
            }
            return is(Kind.REDISTRICT)
                    ? "redistrict " + cells.get("district") + " " + cells.get("since") + " " + reason()
                    : "line " + line;
        }

        private Kind kind() {
            var code = cells.getOrDefault("kind", "");
            return Arrays.stream(Kind.values())
                    .filter(kind -> kind.name().equalsIgnoreCase(code))
                    .findFirst()
                    .orElseThrow(() -> new InvalidProposalFile(
                            "The kind is create, change, close, reopen, reattest, merge, split or redistrict"));
        }

        @Nullable
        LocalDate since() {
            var text = cell("since");
            try {
                return text == null ? null : LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw new InvalidProposalFile("since is a day, such as 2020-12-01");
            }
        }

        FacilityDraft draft(Curation curation, @Nullable String facility) {
            var known = facility == null ? null : curation.described(facility);
            var name = cells.getOrDefault("name", known == null ? "" : known.name());
            if (name.isEmpty()) {
                throw new InvalidProposalFile("The row has no name");
            }
            var phones = parts("phones").toList();
            return new FacilityDraft(
                    name,
                    or("type", known == null ? null : known.type()),
                    or("ownership", known == null ? null : known.ownership()),
                    or("district", known == null ? null : known.district()),
                    or("healthregion", known == null ? null : known.healthRegion()),
                    degrees("latitude", known == null ? null : known.latitude()),
                    degrees("longitude", known == null ? null : known.longitude()),
                    phones.isEmpty() && known != null ? known.phones() : phones,
                    cell("mspbscode"),
                    List.of());
        }

        private @Nullable String or(String name, @Nullable String otherwise) {
            var cell = cell(name);
            return cell == null ? otherwise : cell;
        }

        private @Nullable Double degrees(String name, @Nullable Double otherwise) {
            var cell = cell(name);
            try {
                return cell == null ? otherwise : Double.valueOf(cell.replace(',', '.'));
            } catch (NumberFormatException e) {
                throw new InvalidProposalFile(name + " is a number of degrees");
            }
        }

        Stream<String> parts(String name) {
            return Stream.of(cells.getOrDefault(name, "").split(";"))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty());
        }
    }
}
