package org.hms.matching.table;

import org.hms.matching.score.Comparison;

/** One comparison over the rows of a table. */
interface ColumnLevels {

    /** Writes a record's numbers into its row. */
    void write(int record, int[] rows, int row);

    int level(int[] rows, int left, int right);

    double rarity(int level, int[] rows, int left, int right);

    /** The same by a trained comparison, which differs in its weights and frequencies alone. */
    ColumnLevels with(Comparison<?> trained);

    /** The same with a memory of its own. */
    ColumnLevels forOneThread();
}
