package org.hms.matching.table;

import org.hms.matching.normalise.ComparableDate;
import org.hms.matching.score.BirthDateComparison;
import org.hms.matching.score.Comparison;

/** Compares dates by their digits, which is faster than to look up what two of them came to. */
record DateLevels(ValueColumn<ComparableDate> column, int slot) implements ColumnLevels {

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
        var date = column.value(record);
        rows[row + slot] = date == null ? 0 : BirthDateComparison.packed(date);
    }

    @Override
    public int level(int[] rows, int left, int right) {
        int a = rows[left + slot];
        int b = rows[right + slot];
        return a == 0 || b == 0 ? Comparison.SILENT : BirthDateComparison.levelOfPacked(a, b);
    }

    @Override
    public double rarity(int level, int[] rows, int left, int right) {
        return 0;
    }
}
