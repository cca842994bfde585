package org.hms.matching.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hms.matching.score.BlockingRule;

/** The keys of all records under one rule: each combination of its fields' values. */
final class RuleKeys {
    private static final int CHUNKS = 64;

    private final List<RecordKeys> fields;
    private final int size;

    private RuleKeys(List<RecordKeys> fields, int size) {
        this.fields = fields;
        this.size = size;
    }

    /** A rule of which the table lacks a field makes no key. */
    static RuleKeys of(BlockingRule rule, FieldKeys keys, int size) {
        var fields = new ArrayList<RecordKeys>();
        for (var field : rule.fields()) {
            var read = keys.of(field);
            if (read == null) {
                return new RuleKeys(List.of(), size);
            }
            fields.add(read);
        }
        return new RuleKeys(fields, size);
    }

    /** Of each key its high bits, and below them the record; in ascending order. */
    long[] sorted(int recordBits) {
        if (fields.isEmpty()) {
            return new long[0];
        }
        long low = (1L << recordBits) - 1;
        var chunks = IntStream.range(0, CHUNKS)
                .parallel()
                .mapToObj(chunk ->
                        keys((int) ((long) size * chunk / CHUNKS), (int) ((long) size * (chunk + 1) / CHUNKS), low))
                .toList();
        var all = new long[chunks.stream().mapToInt(chunk -> chunk.length).reduce(0, Math::addExact)];
        int at = 0;
        for (var chunk : chunks) {
            System.arraycopy(chunk, 0, all, at, chunk.length);
            at += chunk.length;
        }
        RadixSort.sort(all);
        return all;
    }

    private long[] keys(int from, int to, long low) {
        int most = fields.stream().mapToInt(RecordKeys::most).reduce(1, (a, b) -> Math.max(a * b, Math.max(a, b)));
        var combined = new long[Math.max(1, most)];
        var values = new long[fields.stream().mapToInt(RecordKeys::most).max().orElse(0) + 1];
        var found = new long[(to - from) * 2 + 16];
        int count = 0;
        for (int record = from; record < to; record++) {
            int keys = combine(record, combined, values);
            if (count + keys > found.length) {
                found = Arrays.copyOf(found, Math.max(count + keys, found.length * 2));
            }
            for (int i = 0; i < keys; i++) {
                found[count++] = combined[i] & ~low | record;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private int combine(int record, long[] combined, long[] values) {
        combined[0] = 1;
        int count = 1;
        for (int field = 0; field < fields.size() && count > 0; field++) {
            int read = fields.get(field).write(record, values, 0);
            for (int value = read - 1; value >= 0; value--) {
                for (int i = 0; i < count; i++) {
                    combined[value * count + i] = Hash.combine(combined[i], values[value]);
                }
            }
            count *= read;
        }
        return count;
    }
}
