package org.hms.matching.table;

/** One comparison over the rows of a table. */
interface ColumnLevels {

    /** How many numbers it keeps of each record. */
    int width();

    /** Writes a record's numbers into its row. */
    void write(int record, int[] rows, int row);

    int level(int[] rows, int left, int right);

    double rarity(int level, int[] rows, int left, int right);

    /** The same with a memory of its own. */
    ColumnLevels forOneThread();
}
