package org.hms.matching.table;

import java.util.stream.IntStream;
import org.hms.matching.score.Comparison;
import org.hms.matching.score.QuickLevels;

/**
 * Compares numbered values. What two values came to is remembered in a table that forgets the older of two that meet; equal
 * values were compared beforehand.
 */
final class ValueLevels<V> implements ColumnLevels {
    private static final int MEMORY_BITS = 15;
    private static final int LEVEL_BITS = 8;
    private static final int NUMBER_BITS = 28;

    private final Comparison<V> comparison;
    private final ValueColumn<V> column;
    private final int slot;
    private final byte[] levelsWithSelf;
    private final QuickLevels quick;
    /** How rare each value is, by its number; empty where that depends on the other value. */
    private final double[] rarities;

    private final long[] memory;

    ValueLevels(Comparison<V> comparison, ValueColumn<V> column, int slot) {
        this(
                comparison,
                column,
                slot,
                withSelf(comparison, column),
                comparison.quick(column.values()),
                rarities(comparison, column),
                new long[0]);
    }

    private ValueLevels(
            Comparison<V> comparison,
            ValueColumn<V> column,
            int slot,
            byte[] levelsWithSelf,
            QuickLevels quick,
            double[] rarities,
            long[] memory) {
        this.comparison = comparison;
        this.column = column;
        this.slot = slot;
        this.levelsWithSelf = levelsWithSelf;
        this.quick = quick;
        this.rarities = rarities;
        this.memory = memory;
    }

    private static <V> byte[] withSelf(Comparison<V> comparison, ValueColumn<V> column) {
        var levels = new byte[column.distinct() + 1];
        levels[0] = Comparison.SILENT;
        IntStream.rangeClosed(1, column.distinct())
                .parallel()
                .forEach(number ->
                        levels[number] = (byte) comparison.level(column.valueOf(number), column.valueOf(number)));
        return levels;
    }

    private static <V> double[] rarities(Comparison<V> comparison, ValueColumn<V> column) {
        if (column.distinct() == 0 || Double.isNaN(comparison.rarityOf(column.valueOf(1)))) {
            return new double[0];
        }
        var rarities = new double[column.distinct() + 1];
        IntStream.rangeClosed(1, column.distinct())
                .parallel()
                .forEach(number -> rarities[number] = comparison.rarityOf(column.valueOf(number)));
        return rarities;
    }

    @Override
    @SuppressWarnings("unchecked")
    public ColumnLevels with(Comparison<?> trained) {
        var same = (Comparison<V>) trained;
        return new ValueLevels<>(same, column, slot, levelsWithSelf, quick, rarities(same, column), memory);
    }

    @Override
    public ColumnLevels forOneThread() {
        return new ValueLevels<>(comparison, column, slot, levelsWithSelf, quick, rarities, new long[1 << MEMORY_BITS]);
    }

    @Override
    public void write(int record, int[] rows, int row) {
        rows[row + slot] = column.number(record);
    }

    @Override
    public int level(int[] rows, int left, int right) {
        int a = rows[left + slot];
        int b = rows[right + slot];
        if (a == b) {
            return levelsWithSelf[a];
        }
        if (a == 0 || b == 0) {
            return Comparison.SILENT;
        }
        int known = quick.level(a - 1, b - 1);
        return known != QuickLevels.UNKNOWN ? known : remembered(a, b);
    }

    private int remembered(int a, int b) {
        int low = Math.min(a, b);
        int high = Math.max(a, b);
        long pair = (long) low << NUMBER_BITS | high;
        int place = (int) ((pair * 0x9E3779B97F4A7C15L) >>> 64 - MEMORY_BITS);
        long remembered = memory[place];
        if (remembered >>> LEVEL_BITS == pair) {
            return (byte) remembered;
        }
        int level = comparison.level(column.valueOf(low), column.valueOf(high));
        memory[place] = pair << LEVEL_BITS | level & 0xFF;
        return level;
    }

    @Override
    public double rarity(int level, int[] rows, int left, int right) {
        int a = rows[left + slot];
        int b = rows[right + slot];
        if (a == 0 || b == 0) {
            return 0;
        }
        return rarities.length > 0
                ? Math.min(rarities[a], rarities[b])
                : comparison.rarity(level, column.valueOf(a), column.valueOf(b));
    }
}
