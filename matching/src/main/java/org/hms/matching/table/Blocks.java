package org.hms.matching.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.hms.matching.score.BlockingRule;

/**
 * The blocks of all rules, numbered rule after rule, and for each record the numbers of its blocks in ascending order. No
 * list of pairs is kept: see {@link Neighbours}.
 */
public final class Blocks {
    private static final int SIZES = 24;
    private static final double LOG_OF_STEP = Math.log(1.5);

    private final List<RuleReport> reports = new ArrayList<>();
    private final BitSet keyed = new BitSet();
    private final BitSet refused = new BitSet();
    private final int records;
    private final int[] ruleStarts;
    private final int[] starts;
    private final int[] members;
    private final int[] offsets;
    private final int[] blocksOf;
    private final short[] cells;
    private final long pairs;
    private final double[] opened;

    /** The blocks of a table. */
    public static Blocks of(List<BlockingRule> rules, PersonTable table, long mostPairsOfARule) {
        int bits = 64 - Long.numberOfLeadingZeros(table.size());
        var fields = new FieldKeys(table);
        var keys = rules.stream()
                .map(rule -> RuleKeys.of(rule, fields, table.size()))
                .toList();
        var parts = IntStream.range(0, rules.size())
                .parallel()
                .mapToObj(i ->
                        RuleBlocks.of(rules.get(i), keys.get(i).sorted(bits), bits, table.size(), mostPairsOfARule))
                .toList();
        return new Blocks(parts, table.size());
    }

    private Blocks(List<RuleBlocks> parts, int records) {
        this.records = records;
        ruleStarts = new int[parts.size() + 1];
        int filled = 0;
        for (int rule = 0; rule < parts.size(); rule++) {
            var part = parts.get(rule);
            ruleStarts[rule + 1] = ruleStarts[rule] + part.count();
            filled = Math.addExact(filled, part.members().length);
            reports.add(part.report());
            keyed.or(part.keyed());
            refused.or(part.refused());
        }
        opened = parts.stream().mapToDouble(RuleBlocks::opened).toArray();
        pairs = parts.stream().mapToLong(RuleBlocks::pairs).sum();
        starts = new int[ruleStarts[parts.size()] + 1];
        members = new int[filled];
        join(parts);
        offsets = new int[records + 1];
        blocksOf = new int[filled];
        listBlocksOfRecords();
        cells = new short[starts.length - 1];
        for (int rule = 0; rule < parts.size(); rule++) {
            for (int block = ruleStarts[rule]; block < ruleStarts[rule + 1]; block++) {
                cells[block] = (short) cell(rule, starts[block + 1] - starts[block]);
            }
        }
    }

    /** Blocks of one rule and of about one size, which are opened or not together: sizes grow by half from cell to cell. */
    static int cell(int rule, int size) {
        return rule * SIZES + Math.min(SIZES - 1, (int) (Math.log(size / 2.0) / LOG_OF_STEP));
    }

    /** The largest size of a block in a cell. */
    public static int largestOf(int cell) {
        return (int) Math.ceil(2 * Math.exp((cell % SIZES + 1) * LOG_OF_STEP)) - 1;
    }

    private static int smallestOf(int cell) {
        return cell % SIZES == 0 ? 2 : largestOf(cell - 1) + 1;
    }

    /** How many cells there are; those of a rule follow each other from the smallest blocks on. */
    public int cells() {
        return rules() * SIZES;
    }

    public static int ruleOfCell(int cell) {
        return cell / SIZES;
    }

    /** The cells that the caps of these rules, which are those of the blocks but for their caps, open. */
    public boolean[] openedBy(List<BlockingRule> rules) {
        var opened = new boolean[cells()];
        for (int cell = 0; cell < opened.length; cell++) {
            opened[cell] = smallestOf(cell) <= rules.get(ruleOfCell(cell)).cap();
        }
        return opened;
    }

    int cellOf(int block) {
        return cells[block];
    }

    /** The pairs within all blocks of each cell. */
    public long[] pairsByCell() {
        var found = new long[cells()];
        for (int block = 0; block < cells.length; block++) {
            long size = (long) starts[block + 1] - starts[block];
            found[cells[block]] += size * (size - 1) / 2;
        }
        return found;
    }

    private void join(List<RuleBlocks> parts) {
        int block = 0;
        int at = 0;
        for (var part : parts) {
            System.arraycopy(part.members(), 0, members, at, part.members().length);
            for (int i = 1; i <= part.count(); i++) {
                starts[++block] = at + part.starts()[i];
            }
            at += part.members().length;
        }
    }

    private void listBlocksOfRecords() {
        for (int member : members) {
            offsets[member + 1]++;
        }
        for (int record = 0; record < records; record++) {
            offsets[record + 1] += offsets[record];
        }
        var next = Arrays.copyOf(offsets, records);
        for (int block = 0; block < starts.length - 1; block++) {
            for (int i = starts[block]; i < starts[block + 1]; i++) {
                blocksOf[next[members[i]]++] = block;
            }
        }
    }

    int firstBlockOf(int record) {
        return offsets[record];
    }

    int block(int position) {
        return blocksOf[position];
    }

    int start(int block) {
        return starts[block];
    }

    int member(int position) {
        return members[position];
    }

    /** The pairs within all blocks; those of several blocks as often. */
    public long pairs() {
        return pairs;
    }

    /** The share of a rule's keys that lie in no block above the cap; 0 where there are none. */
    public double opened(int rule) {
        return opened[rule];
    }

    public int rules() {
        return ruleStarts.length - 1;
    }

    public List<RuleReport> reports() {
        return List.copyOf(reports);
    }

    /** What each rule did where only these cells are opened, by the caps of these rules. */
    public List<RuleReport> reports(List<BlockingRule> rules, boolean[] opened) {
        var blocks = new long[rules()];
        var closed = new long[rules()];
        var closedRecords = new long[rules()];
        for (int block = 0; block < cells.length; block++) {
            int rule = ruleOfCell(cells[block]);
            if (opened[cells[block]]) {
                blocks[rule]++;
            } else {
                closed[rule]++;
                closedRecords[rule] += starts[block + 1] - starts[block];
            }
        }
        return IntStream.range(0, rules())
                .mapToObj(rule -> {
                    var made = reports.get(rule);
                    return new RuleReport(
                            made.rule(),
                            rules.get(rule).cap(),
                            blocks[rule],
                            made.overflows() + closed[rule],
                            made.overflowRecords() + closedRecords[rule],
                            made.largest(),
                            made.comparisons());
                })
                .toList();
    }

    /** The first rule with an opened block that holds both records; the number of rules where there is none. */
    int firstRule(int left, int right, boolean[] opened) {
        int a = offsets[left];
        int b = offsets[right];
        while (a < offsets[left + 1] && b < offsets[right + 1]) {
            if (blocksOf[a] == blocksOf[b] && opened[cells[blocksOf[a]]]) {
                return ruleOfCell(cells[blocksOf[a]]);
            }
            boolean behind = blocksOf[a] <= blocksOf[b];
            a += behind ? 1 : 0;
            b += behind ? 0 : 1;
        }
        return rules();
    }

    /** Why a record was compared with nobody, where that is so and only these cells are opened. */
    public Reach reach(int record, boolean[] opened) {
        for (int position = offsets[record]; position < offsets[record + 1]; position++) {
            if (opened[cells[blocksOf[position]]]) {
                return Reach.COMPARED;
            }
        }
        if (!keyed.get(record)) {
            return Reach.NO_KEY;
        }
        boolean closed = offsets[record] < offsets[record + 1] || refused.get(record);
        return closed ? Reach.ONLY_OVERFLOWS : Reach.ALONE;
    }

    /** Whether the blocking rules brought a record together with another. */
    public enum Reach {
        COMPARED,
        NO_KEY,
        ONLY_OVERFLOWS,
        ALONE
    }
}
