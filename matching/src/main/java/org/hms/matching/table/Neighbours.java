package org.hms.matching.table;

import java.util.Arrays;

/** Finds the records that share a block with a record, each once. Of one thread. */
public final class Neighbours {
    private final Blocks blocks;
    private final PersonTable table;
    private final boolean[] opened;
    private final int[] seen;
    private final long[] byCell;
    private int[] found = new int[256];
    private short[] cells = new short[256];

    /** @param opened the cells of blocks that are looked into */
    public Neighbours(Blocks blocks, PersonTable table, boolean[] opened) {
        this.blocks = blocks;
        this.table = table;
        this.opened = opened.clone();
        seen = new int[table.size()];
        Arrays.fill(seen, -1);
        byCell = new long[blocks.cells()];
    }

    /** Looks into all blocks. */
    public static Neighbours all(Blocks blocks, PersonTable table) {
        var opened = new boolean[blocks.cells()];
        Arrays.fill(opened, true);
        return new Neighbours(blocks, table, opened);
    }

    /** Looks for the neighbours of greater number than a record's own and gives how many there are. */
    public int find(int record) {
        int count = 0;
        int end = blocks.firstBlockOf(record + 1);
        for (int position = blocks.firstBlockOf(record); position < end; position++) {
            int block = blocks.block(position);
            int cell = blocks.cellOf(block);
            if (!opened[cell]) {
                continue;
            }
            int before = count;
            for (int i = blocks.start(block + 1) - 1; blocks.member(i) > record; i--) {
                int other = blocks.member(i);
                if (seen[other] != record) {
                    seen[other] = record;
                    if (table.mayBeOnePerson(record, other)) {
                        if (count == found.length) {
                            found = Arrays.copyOf(found, count * 2);
                            cells = Arrays.copyOf(cells, count * 2);
                        }
                        cells[count] = (short) cell;
                        found[count++] = other;
                    }
                }
            }
            byCell[cell] += count - before;
        }
        return count;
    }

    /** The neighbours found last, up to their number. */
    public int[] found() {
        return found;
    }

    /** For each neighbour found last the cell of the first block that brought it. */
    public short[] cells() {
        return cells;
    }

    /** For each cell how many pairs it brought together that none before it had. */
    public long[] byCell() {
        return byCell;
    }
}
