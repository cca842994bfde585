package org.hms.matching.table;

import org.hms.matching.score.Comparison;
import org.hms.matching.score.NameOrderComparison;

/** Whether given name and surname stand in each other's place; asked only of names that differ. */
final class OrderLevels implements ColumnLevels {
    private final PersonTable table;
    private final int slot;

    OrderLevels(PersonTable table, int slot) {
        this.table = table;
        this.slot = slot;
    }

    @Override
    public ColumnLevels with(Comparison<?> trained) {
        return this;
    }

    @Override
    public ColumnLevels forOneThread() {
        return this;
    }

    @Override
    public void write(int record, int[] rows, int row) {
        rows[row + slot] = table.given().number(record);
        rows[row + slot + 1] = table.family().number(record);
    }

    @Override
    public int level(int[] rows, int left, int right) {
        int givenA = rows[left + slot];
        int familyA = rows[left + slot + 1];
        int givenB = rows[right + slot];
        int familyB = rows[right + slot + 1];
        if (givenA == 0 || familyA == 0 || givenB == 0 || familyB == 0) {
            return Comparison.SILENT;
        }
        var surnamesA = table.family().valueOf(familyA).family();
        var surnamesB = table.family().valueOf(familyB).family();
        return surnamesA.isEmpty() || surnamesB.isEmpty()
                ? Comparison.SILENT
                : NameOrderComparison.levelOfUnlike(
                        table.given().valueOf(givenA), surnamesA, table.given().valueOf(givenB), surnamesB);
    }

    @Override
    public double rarity(int level, int[] rows, int left, int right) {
        return 0;
    }
}
