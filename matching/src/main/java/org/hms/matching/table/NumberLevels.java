package org.hms.matching.table;

import java.util.List;
import org.hms.matching.score.Comparison;
import org.hms.matching.score.ComparisonLevel;
import org.hms.matching.score.IdentifierComparison;
import org.hms.matching.score.PhoneComparison;

/** Compares identifiers or telephones: of several the level of most weight that two of one system reach. */
final class NumberLevels implements ColumnLevels {
    private final List<CodeColumn> columns;
    private final int slot;
    /** For each two columns of one system: whether a person has one number of it. */
    private final boolean[] personal;

    private final boolean phones;
    /** Of several numbers the level that weighs most counts, as in real time. */
    private final double[] weights;

    private NumberLevels(
            Comparison<?> comparison, List<CodeColumn> columns, int slot, boolean[] personal, boolean phones) {
        weights = comparison.levels().stream()
                .mapToDouble(ComparisonLevel::weight)
                .toArray();
        this.columns = List.copyOf(columns);
        this.slot = slot;
        this.personal = personal;
        this.phones = phones;
    }

    static NumberLevels of(IdentifierComparison comparison, List<CodeColumn> columns, int slot) {
        var personal = new boolean[columns.size()];
        for (int i = 0; i < personal.length; i++) {
            personal[i] = comparison.personalSystems().contains(columns.get(i).system());
        }
        return new NumberLevels(comparison, columns, slot, personal, false);
    }

    static NumberLevels of(PhoneComparison comparison, List<CodeColumn> phones, int slot) {
        return new NumberLevels(comparison, phones, slot, new boolean[phones.size()], true);
    }

    @Override
    public ColumnLevels with(Comparison<?> trained) {
        return new NumberLevels(trained, columns, slot, personal, phones);
    }

    @Override
    public ColumnLevels forOneThread() {
        return this;
    }

    @Override
    public void write(int record, int[] rows, int row) {
        for (int i = 0; i < columns.size(); i++) {
            long value = columns.get(i).values()[record];
            rows[row + slot + 2 * i] = (int) (value >>> 32);
            rows[row + slot + 2 * i + 1] = (int) value;
        }
    }

    @Override
    public int level(int[] rows, int left, int right) {
        int best = Comparison.SILENT;
        for (int i = 0; i < columns.size(); i++) {
            long a = value(rows, left, i);
            for (int j = 0; a != 0 && j < columns.size(); j++) {
                long b = value(rows, right, j);
                if (b != 0 && columns.get(i).system().equals(columns.get(j).system())) {
                    int level = level(a, b, i);
                    best = better(level, best) ? level : best;
                }
            }
        }
        return best;
    }

    private boolean better(int level, int best) {
        return level != Comparison.SILENT && (best == Comparison.SILENT || weights[level] > weights[best]);
    }

    private int level(long a, long b, int column) {
        if (a == b) {
            return 0;
        }
        if (phones) {
            return 1;
        }
        return IdentifierComparison.levelOfDifferent(
                personal[column], columns.get(column).codes().mistyped(a, b));
    }

    private long value(int[] rows, int row, int column) {
        return (long) rows[row + slot + 2 * column] << 32 | rows[row + slot + 2 * column + 1] & 0xFFFF_FFFFL;
    }

    @Override
    public double rarity(int level, int[] rows, int left, int right) {
        return 0;
    }
}
