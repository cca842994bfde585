package org.hms.matching.train;

import java.util.SplittableRandom;
import org.hms.matching.table.Blocks;
import org.hms.matching.table.Borrowed;
import org.hms.matching.table.Neighbours;
import org.hms.matching.table.PairLevels;
import org.hms.matching.table.PersonTable;
import org.hms.matching.table.Pieces;

/** Counts the patterns of pairs: of those that blocking brings together, and of those drawn by chance. */
final class TrainingPairs {
    private static final int CHUNKS = 32;

    private final PersonTable table;
    private final PairLevels levels;
    private final PatternCoder coder;

    TrainingPairs(PersonTable table, PairLevels levels) {
        this.table = table;
        this.levels = levels;
        coder = new PatternCoder(levels.comparisons());
    }

    /**
     * Those of some records with all that stand behind them in the table. Counted by pattern and by the cell of blocks that
     * brought a pair together: pattern times the number of cells, plus the cell.
     */
    PatternTally blocked(Blocks blocks, int[] records) {
        if (coder.most() > Long.MAX_VALUE / Math.max(1, blocks.cells())) {
            throw new IllegalArgumentException("The model has too many comparisons to count patterns by");
        }
        var lent = new Borrowed<>(() -> Neighbours.all(blocks, table));
        return count(chunk -> lent.use(neighbours -> {
            var tally = new PatternTally();
            var reader = levels.reader();
            var reached = new int[coder.comparisons()];
            for (int at = from(records.length, chunk); at < from(records.length, chunk + 1); at++) {
                int left = records[at];
                int found = neighbours.find(left);
                for (int i = 0; i < found; i++) {
                    reader.levels(left, neighbours.found()[i], reached);
                    tally.add(coder.code(reached) * blocks.cells() + neighbours.cells()[i], 1);
                }
            }
            return tally;
        }));
    }

    /** All pairs where they are no more than asked for, else so many drawn by the seed. */
    PatternTally drawn(long wanted, long seed) {
        int size = table.size();
        long all = (long) size * (size - 1) / 2;
        return count(chunk -> {
            var tally = new PatternTally();
            var reader = levels.reader();
            var reached = new int[coder.comparisons()];
            if (all <= wanted) {
                for (int left = from(size, chunk); left < from(size, chunk + 1); left++) {
                    for (int right = left + 1; right < size; right++) {
                        add(tally, reader, left, right, reached);
                    }
                }
            } else {
                var random = new SplittableRandom(seed * CHUNKS + chunk);
                for (long i = wanted * chunk / CHUNKS; i < wanted * (chunk + 1) / CHUNKS; i++) {
                    int left = random.nextInt(size);
                    int right = random.nextInt(size);
                    if (left != right) {
                        add(tally, reader, left, right, reached);
                    }
                }
            }
            return tally;
        });
    }

    private void add(PatternTally tally, PairLevels.Reader reader, int left, int right, int[] reached) {
        if (table.mayBeOnePerson(left, right)) {
            reader.levels(left, right, reached);
            tally.add(coder.code(reached), 1);
        }
    }

    private interface Counter {
        PatternTally count(int chunk);
    }

    PatternCoder coder() {
        return coder;
    }

    private static PatternTally count(Counter counter) {
        var all = new PatternTally();
        Pieces.of(CHUNKS, counter::count).forEach(all::add);
        return all;
    }

    private static int from(int records, int chunk) {
        return (int) ((long) records * chunk / CHUNKS);
    }
}
