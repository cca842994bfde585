package org.hms.matching.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hms.matching.normalise.Standardiser;
import org.hms.matching.person.Birth;
import org.hms.matching.person.Demographics;
import org.hms.matching.person.Identifier;
import org.hms.matching.person.Sex;
import org.hms.matching.table.TableRows;
import org.hms.matching.table.ValuePools;

/** Writes the rows of one file into a table: looks up each cell's text, so that only texts never seen are standardised. Thread-safe. */
final class RowReader {
    private final ColumnMapping mapping;
    private final int id;
    private final int[] positions;
    private final int longestMissing;
    private final ValuePools pools;
    private final CellReader cells;
    private final int femaleNumber;
    private final Standardiser standardiser = new Standardiser();

    RowReader(ColumnMapping mapping, List<String> header, ValuePools pools, CellReader cells) {
        this.mapping = mapping;
        this.pools = pools;
        this.cells = cells;
        femaleNumber = pools.sexes().numberOf(Sex.FEMALE);
        id = position(header, mapping.id());
        positions = mapping.columns().stream()
                .mapToInt(column -> position(header, column.header()))
                .toArray();
        longestMissing =
                mapping.missing().stream().mapToInt(String::length).max().orElse(0);
    }

    private static int position(List<String> header, String name) {
        for (int i = 0; i < header.size(); i++) {
            if (header.get(i).strip().equals(name)) {
                return i;
            }
        }
        throw new InvalidColumns(name, "is no column of the file");
    }

    /** The record's id; empty where the row has none. */
    String id(List<String> row) {
        return id < row.size() ? row.get(id).strip() : "";
    }

    void read(List<String> row, TableRows rows) {
        rows.add(id(row));
        var found = new Cells();
        int text = 0;
        for (int i = 0; i < positions.length; i++) {
            var column = mapping.columns().get(i);
            var cell = cell(row, positions[i]);
            if (column.kind().prefix() != null) {
                rows.text(text, pools.texts().get(text).number(cell));
                text++;
            } else if (!cell.isEmpty()) {
                found.take(i, column, cell);
            }
        }
        found.write(rows);
    }

    private String cell(List<String> row, int position) {
        if (position >= row.size()) {
            return "";
        }
        var cell = row.get(position).strip();
        return cell.length() <= longestMissing && mapping.missing().contains(cell) ? "" : cell;
    }

    /** In capitals or not, a name is one text. */
    private static String lower(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) < 'a' && name.charAt(i) > ' ') {
                return name.toLowerCase(Locale.ROOT);
            }
        }
        return name;
    }

    /** What the cells of one row say, gathered. */
    private final class Cells {
        private final StringBuilder given = new StringBuilder();
        private final List<String> family = new ArrayList<>(2);
        private final StringBuilder married = new StringBuilder();
        private final StringBuilder birth = new StringBuilder();
        private final String[] dateParts = {"", "", ""};
        private final StringBuilder mother = new StringBuilder();
        private final List<Identifier> identifiers = new ArrayList<>(2);
        private final List<String> phones = new ArrayList<>(2);
        private int sex;

        private void take(int place, Column column, String cell) {
            switch (column.kind()) {
                case GIVEN_NAME -> given.append(given.isEmpty() ? "" : " ").append(cell);
                case FAMILY_NAME, FIRST_FAMILY_NAME, SECOND_FAMILY_NAME -> family.add(cell);
                case MARRIED_NAME -> married.append(cell);
                case FULL_NAME -> {
                    var name = FullName.of(cell);
                    given.append(String.join(" ", name.given()));
                    family.addAll(name.family());
                }
                case BIRTH_DATE -> {
                    if (birth.isEmpty()) {
                        birth.append((char) place).append(cell);
                    }
                }
                case BIRTH_YEAR -> dateParts[0] = cell;
                case BIRTH_MONTH -> dateParts[1] = cell;
                case BIRTH_DAY -> dateParts[2] = cell;
                case SEX -> sex = sex == 0 ? pools.sexes().number(cell) : sex;
                case IDENTIFIER -> identifiers.add(new Identifier(column.identifierSystem(), cell));
                case PHONE -> phones.add(cell);
                case MOTHER_NAME -> mother.append(mother.isEmpty() ? cell : "");
                default -> throw new IllegalStateException("Texts are read elsewhere: " + column.kind());
            }
        }

        private void write(TableRows rows) {
            var givenText = lower(given.toString());
            int givenNumber = pools.given().number(givenText);
            boolean female = sex == femaleNumber;
            rows.names(
                    givenNumber,
                    family.isEmpty() && married.isEmpty()
                            ? 0
                            : pools.family().number(lower(CellReader.family(female, married.toString(), family))));
            rows.sex(sex);
            boolean parts = !dateParts[0].isEmpty();
            rows.birth(
                    pools.births().number(birth.isEmpty() && parts ? CellReader.birth(dateParts) : birth.toString()));
            rows.mother(mother(givenText, givenNumber));
            if (!identifiers.isEmpty() || !phones.isEmpty()) {
                numbers(rows);
            }
        }

        /** Her names are looked up like anybody's; a newborn's placeholder may name her too. */
        private int mother(String givenText, int givenNumber) {
            if (mother.isEmpty()) {
                return givenNumber == 0 ? pools.mothers().number(cells.motherOfNewborn(givenText)) : 0;
            }
            var name = FullName.of(lower(mother.toString()));
            var surnames = name.family();
            return pools.mother(
                    pools.given().number(String.join(" ", name.given())),
                    surnames.isEmpty() ? 0 : pools.family().number(CellReader.family(true, "", surnames)));
        }

        private void numbers(TableRows rows) {
            var person = standardiser.standardise(
                    new Demographics(List.of(), Sex.UNKNOWN, Birth.UNKNOWN, identifiers, null, phones, false));
            var kept = person.identifiers();
            for (int i = 0; i < kept.size(); i++) {
                int column = column(kept, i);
                if (column >= 0) {
                    rows.identifier(column, kept.get(i).value());
                }
            }
            for (int i = 0; i < person.phones().size(); i++) {
                rows.phone(i, person.phones().get(i));
            }
        }

        /** The column of the n-th identifier of its system. */
        private int column(List<Identifier> kept, int place) {
            int skip = 0;
            for (int i = 0; i < place; i++) {
                skip += kept.get(i).system().equals(kept.get(place).system()) ? 1 : 0;
            }
            for (int column = 0; column < pools.systems().size(); column++) {
                if (pools.systems().get(column).equals(kept.get(place).system()) && skip-- == 0) {
                    return column;
                }
            }
            return -1;
        }
    }
}
