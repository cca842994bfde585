package org.hms.matching.batch;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.score.BlockingRule;

/**
 * The blocks of all rules, numbered rule after rule, and for each record the numbers of its blocks in ascending order. Two
 * records are compared in the first block that both are in, and in no other; so no list of pairs is kept.
 */
final class Blocks {
    private final List<RuleReport> reports = new ArrayList<>();
    private final BitSet keyed = new BitSet();
    private final BitSet refused = new BitSet();
    private final int records;
    private final int[] ruleStarts;
    private final int[] starts;
    private final int[] members;
    private final int[] offsets;
    private final int[] blocksOf;

    Blocks(List<BlockingRule> rules, List<ComparablePerson> people, Progress progress) {
        records = people.size();
        progress.stage("blocking", rules.size());
        var parts = new ArrayList<RuleBlocks>();
        for (var rule : rules) {
            var part = RuleBlocks.of(rule, people);
            parts.add(part);
            reports.add(part.report());
            keyed.or(part.keyed());
            refused.or(part.refused());
            progress.step(1);
        }
        ruleStarts = new int[parts.size() + 1];
        int filled = 0;
        for (int rule = 0; rule < parts.size(); rule++) {
            ruleStarts[rule + 1] = ruleStarts[rule] + parts.get(rule).count();
            filled = Math.addExact(filled, parts.get(rule).members().length);
        }
        starts = new int[ruleStarts[parts.size()] + 1];
        members = new int[filled];
        join(parts);
        offsets = new int[records + 1];
        blocksOf = new int[filled];
        listBlocksOfRecords();
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
        var next = offsets.clone();
        for (int block = 0; block < count(); block++) {
            for (int i = starts[block]; i < starts[block + 1]; i++) {
                blocksOf[next[members[i]]++] = block;
            }
        }
    }

    int count() {
        return starts.length - 1;
    }

    int start(int block) {
        return starts[block];
    }

    int member(int position) {
        return members[position];
    }

    /** Pairs within a block, before those that an earlier block compares are left out. */
    long pairs(int block) {
        long size = (long) starts[block + 1] - starts[block];
        return size * (size - 1) / 2;
    }

    int rules() {
        return ruleStarts.length - 1;
    }

    int ruleOf(int block) {
        int rule = 0;
        while (block >= ruleStarts[rule + 1]) {
            rule++;
        }
        return rule;
    }

    /** Whether no earlier block holds both records. */
    boolean isFirstOf(int block, int left, int right) {
        int a = offsets[left];
        int b = offsets[right];
        while (true) {
            int blockA = blocksOf[a];
            int blockB = blocksOf[b];
            if (blockA == blockB) {
                return blockA == block;
            }
            if (blockA < blockB) {
                a++;
            } else {
                b++;
            }
        }
    }

    List<RuleReport> reports() {
        return reports;
    }

    /** Why a record was compared with nobody, where that is so. */
    Reach reach(int record) {
        if (offsets[record] < offsets[record + 1]) {
            return Reach.COMPARED;
        }
        if (!keyed.get(record)) {
            return Reach.NO_KEY;
        }
        return refused.get(record) ? Reach.ONLY_OVERFLOWS : Reach.ALONE;
    }

    /** Whether the blocking rules brought a record together with another. */
    enum Reach {
        COMPARED,
        NO_KEY,
        ONLY_OVERFLOWS,
        ALONE
    }
}
