package org.hms.matching.batch;

import java.util.Arrays;
import java.util.List;
import org.hms.matching.normalise.Standardiser;
import org.hms.matching.person.Sex;
import org.hms.matching.table.Hash;
import org.hms.matching.table.TableRows;
import org.hms.matching.table.ValuePool;
import org.hms.matching.table.ValuePools;

/**
 * Writes rows of one file into a table. A cell is looked up by the hash of its text, so that only texts never seen are
 * standardised. For one thread.
 */
final class RowReader {
    private final Header header;
    private final ValuePools pools;
    private final CellReader cells;
    private final TableRows rows;
    private final int female;
    private final int[][] ofOneSystem;

    private String given = "";
    private final String[] surnames;
    private int parts;
    private String married = "";
    private String mother = "";
    private int birthColumn;
    private String birth = "";
    private final String[] dateParts = new String[3];
    private int sex;

    RowReader(Header header, ValuePools pools, CellReader cells, TableRows rows) {
        this.header = header;
        this.pools = pools;
        this.cells = cells;
        this.rows = rows;
        female = pools.sexes().numberOf(Sex.FEMALE);
        surnames = new String[header.columns().size()];
        ofOneSystem = new int[header.columns().size()][];
        Arrays.setAll(
                ofOneSystem,
                place -> header.columns().get(place).kind() == ColumnKind.IDENTIFIER
                        ? header.ofOneSystem(place)
                        : new int[0]);
    }

    void read(List<String> row) {
        rows.add(header.id(row));
        forget();
        int text = 0;
        for (int place = 0; place < ofOneSystem.length; place++) {
            var column = header.columns().get(place);
            var cell = header.cell(row, place);
            if (column.kind().prefix() != null) {
                rows.text(text, text(text, cell));
                text++;
            } else if (!cell.isEmpty()) {
                take(place, column, cell);
            }
        }
        int givenNumber = given(given);
        rows.names(givenNumber, surnames(surnames, parts, married, sex == female));
        rows.sex(sex);
        rows.birth(birth());
        rows.mother(mother.isEmpty() ? motherOfNewborn(givenNumber) : mother());
    }

    private void forget() {
        given = "";
        parts = 0;
        married = "";
        mother = "";
        birth = "";
        Arrays.fill(dateParts, "");
        sex = 0;
    }

    private void take(int place, Column column, String cell) {
        switch (column.kind()) {
            case GIVEN_NAME -> given = joined(given, cell);
            case FAMILY_NAME, FIRST_FAMILY_NAME, SECOND_FAMILY_NAME -> surnames[parts++] = cell;
            case MARRIED_NAME -> married = joined(married, cell);
            case FULL_NAME -> {
                var name = FullName.of(cell);
                given = joined(given, name.given());
                if (!name.family().isEmpty()) {
                    surnames[parts++] = name.family();
                }
            }
            case BIRTH_DATE -> {
                if (birth.isEmpty()) {
                    birth = cell;
                    birthColumn = place;
                }
            }
            case BIRTH_YEAR -> dateParts[0] = cell;
            case BIRTH_MONTH -> dateParts[1] = cell;
            case BIRTH_DAY -> dateParts[2] = cell;
            case SEX -> sex = sex == 0 ? sex(cell) : sex;
            case IDENTIFIER -> identifier(place, column, cell);
            case PHONE -> Standardiser.phones(cell).forEach(rows::phone);
            case MOTHER_NAME -> mother = mother.isEmpty() ? cell : mother;
            default -> throw new IllegalStateException("Texts are read elsewhere: " + column.kind());
        }
    }

    private static String joined(String text, String cell) {
        return text.isEmpty() ? cell : text + " " + cell;
    }

    private int text(int attribute, String cell) {
        if (cell.isEmpty()) {
            return 0;
        }
        var pool = pools.texts().get(attribute);
        long hash = Hash.of(cell);
        int known = pool.known(hash);
        return known == ValuePool.UNREAD ? pool.learn(hash, cells.attribute(cell)) : known;
    }

    private int sex(String cell) {
        long hash = Hash.of(cell);
        int known = pools.sexes().known(hash);
        return known == ValuePool.UNREAD ? pools.sexes().learn(hash, cells.sex(cell)) : known;
    }

    private void identifier(int place, Column column, String cell) {
        var value = Standardiser.identifier(column.identifierSystem(), cell);
        if (value != null) {
            rows.identifier(ofOneSystem[place], value);
        }
    }

    private int given(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        long hash = Hash.ofName(text);
        int known = pools.given().known(hash);
        return known == ValuePool.UNREAD ? pools.given().learn(hash, cells.given(text)) : known;
    }

    private int surnames(String[] each, int count, String husbands, boolean woman) {
        if (count == 0 && husbands.isEmpty()) {
            return 0;
        }
        long hash = Hash.ofName(husbands);
        boolean severalWords = false;
        for (int i = 0; i < count; i++) {
            hash = Hash.combine(hash, Hash.ofName(each[i]));
            severalWords |= each[i].indexOf(' ') >= 0;
        }
        // Only words before a name may read otherwise in a woman's.
        hash = severalWords && woman ? Hash.mix(hash) : hash;
        int known = pools.family().known(hash);
        return known == ValuePool.UNREAD
                ? pools.family().learn(hash, cells.surnames(each, count, husbands, woman))
                : known;
    }

    private int birth() {
        if (birth.isEmpty() && dateParts[0].isEmpty()) {
            return 0;
        }
        long hash = birth.isEmpty()
                ? Hash.combine(Hash.combine(Hash.of(dateParts[0]), Hash.of(dateParts[1])), Hash.of(dateParts[2]))
                : Hash.combine(birthColumn, Hash.of(birth));
        int known = pools.births().known(hash);
        if (known != ValuePool.UNREAD) {
            return known;
        }
        return pools.births().learn(hash, birth.isEmpty() ? cells.birth(dateParts) : cells.birth(birthColumn, birth));
    }

    /** Her names are looked up like anybody's. */
    private int mother() {
        long hash = Hash.ofName(mother);
        int known = pools.mothers().known(hash);
        if (known != ValuePool.UNREAD) {
            return known;
        }
        var name = FullName.of(mother);
        int names = given(name.given());
        int family = name.family().isEmpty() ? 0 : surnames(new String[] {name.family()}, 1, "", true);
        return pools.mothers().learnNumber(hash, pools.mother(names, family));
    }

    /** A newborn's placeholder may name her. */
    private int motherOfNewborn(int givenNumber) {
        if (givenNumber != 0 || given.isEmpty()) {
            return 0;
        }
        long hash = Hash.mix(Hash.ofName(given));
        int known = pools.mothers().known(hash);
        if (known != ValuePool.UNREAD) {
            return known;
        }
        var name = cells.motherOfNewborn(given);
        return pools.mothers().learnNumber(hash, name == null ? 0 : pools.mother(name));
    }
}
