package org.hms.terminology.graph;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Gathers attributes and properties, and writes them by concept and, the other way about, by key and value. */
final class RowsBuilder {
    private static final int MAX_GROUPS = 1 << 20;

    private final Names keys = new Names();
    private final List<RowKind> kinds = new ArrayList<>();
    private final IntList sources = new IntList();
    private final IntList rowKeys = new IntList();
    private final IntList groups = new IntList();
    private final IntList values = new IntList();
    private int groupRange = 1;

    void add(int source, RowKind kind, String key, int group, int value) {
        if (group < 0 || group >= MAX_GROUPS) {
            throw new IllegalArgumentException("No role group has the number " + group);
        }
        var number = keys.number(key);
        if (number == kinds.size()) {
            kinds.add(kind);
        }
        sources.add(source);
        rowKeys.add(number);
        groups.add(group);
        values.add(value);
        groupRange = Math.max(groupRange, group + 1);
    }

    void write(SectionWriter writer, int size, Literals literals) throws IOException {
        var source = sources.toArray();
        var key = rowKeys.toArray();
        var group = groups.toArray();
        var value = literals.placed(values);
        var shifted = shifted(value, literals.sorted().size());
        var valueRange = size + literals.sorted().size();
        var byValue = Grouping.sort(Grouping.identity(source.length), shifted, valueRange);
        var byKey = Grouping.sort(byValue, key, keys.size());
        var bySource = Grouping.sort(Grouping.sort(byKey, group, groupRange), source, size);
        writer.ints("row.offsets", Grouping.offsets(source, size));
        writer.ints("row.keys", Grouping.pick(key, bySource));
        writer.ints("row.groups", Grouping.pick(group, bySource));
        writer.ints("row.values", Grouping.pick(value, bySource));
        writer.texts("keys", keys.list());
        writer.ints("key.kinds", kinds.stream().mapToInt(RowKind::ordinal).toArray());
        var postings = Grouping.sort(Grouping.sort(bySource, shifted, valueRange), key, keys.size());
        writePostings(writer, Grouping.pick(key, postings), Grouping.pick(value, postings));
        writer.ints("posting.sources", Grouping.pick(source, postings));
    }

    /** For each key its distinct values in order, and for each of these where its sources begin. */
    private void writePostings(SectionWriter writer, int[] key, int[] value) throws IOException {
        var entryKeys = new IntList();
        var entryValues = new IntList();
        var entryOffsets = new IntList();
        for (var row = 0; row < key.length; row++) {
            if (row == 0 || key[row] != key[row - 1] || value[row] != value[row - 1]) {
                entryKeys.add(key[row]);
                entryValues.add(value[row]);
                entryOffsets.add(row);
            }
        }
        entryOffsets.add(key.length);
        writer.ints("entry.offsets", Grouping.offsets(entryKeys.toArray(), keys.size()));
        writer.ints("entry.values", entryValues.toArray());
        writer.ints("posting.offsets", entryOffsets.toArray());
    }

    private static int[] shifted(int[] values, int by) {
        var shifted = values.clone();
        for (var row = 0; row < shifted.length; row++) {
            shifted[row] += by;
        }
        return shifted;
    }
}
