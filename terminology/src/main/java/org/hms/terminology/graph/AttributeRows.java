package org.hms.terminology.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.roaringbitmap.IntConsumer;
import org.roaringbitmap.RoaringBitmap;

/**
 * The attributes and properties of all concepts: the rows of a concept by group, and for a key and value the concepts
 * that have it. A value is a concept's ordinal or, below 0, a literal.
 */
public final class AttributeRows {
    private static final RowKind[] KINDS = RowKind.values();

    private final IntColumn offsets;
    private final IntColumn keys;
    private final IntColumn groups;
    private final IntColumn values;
    private final IntColumn entryOffsets;
    private final IntColumn entryValues;
    private final IntColumn postingOffsets;
    private final IntColumn postingSources;
    private final TextColumn literals;
    private final List<String> names;
    private final List<RowKind> kinds;
    private final Map<String, Integer> numbers = new HashMap<>();

    AttributeRows(Sections sections) {
        offsets = sections.ints("row.offsets");
        keys = sections.ints("row.keys");
        groups = sections.ints("row.groups");
        values = sections.ints("row.values");
        entryOffsets = sections.ints("entry.offsets");
        entryValues = sections.ints("entry.values");
        postingOffsets = sections.ints("posting.offsets");
        postingSources = sections.ints("posting.sources");
        literals = sections.texts("literals");
        names = sections.texts("keys").list();
        var kindColumn = sections.ints("key.kinds");
        kinds = names.stream()
                .map(name -> KINDS[kindColumn.get(names.indexOf(name))])
                .toList();
        for (var name : names) {
            numbers.put(name, numbers.size());
        }
    }

    /** The keys that occur, by number. */
    public List<String> keys() {
        return names;
    }

    public RowKind kind(int key) {
        return kinds.get(key);
    }

    /** A key's number, or -1. */
    public int findKey(String name) {
        return numbers.getOrDefault(name, -1);
    }

    /** The first row of a concept; its last stands before the first of the next concept. */
    public int firstRow(int concept) {
        return offsets.get(concept);
    }

    public int key(int row) {
        return keys.get(row);
    }

    public int group(int row) {
        return groups.get(row);
    }

    public int value(int row) {
        return values.get(row);
    }

    /** The text of a value below 0. */
    public String literal(int value) {
        return literals.get(-1 - value);
    }

    /** The value that stands for a literal, or 0 where no concept has it. */
    public int findLiteral(String text) {
        var place = literals.find(text);
        return place < 0 ? 0 : -1 - place;
    }

    /** Gathers the concepts that have one of these concepts as a value of the key. */
    public void gather(int key, RoaringBitmap wanted, Bits into) {
        var from = entryOffsets.get(key);
        var to = entryOffsets.get(key + 1);
        if (wanted.getCardinality() < (to - from) >> 4) {
            wanted.forEach((IntConsumer) value -> gatherEntry(entryValues.search(value, from, to), into));
        } else {
            gather(key, value -> value >= 0 && wanted.contains(value), into);
        }
    }

    /** Gathers the concepts that have a value of the key that passes. */
    public void gather(int key, IntPredicate passes, Bits into) {
        for (var entry = entryOffsets.get(key); entry < entryOffsets.get(key + 1); entry++) {
            if (passes.test(entryValues.get(entry))) {
                gatherEntry(entry, into);
            }
        }
    }

    /** Gathers the concepts that have just this value of the key. */
    public void gatherExact(int key, int value, Bits into) {
        gatherEntry(entryValues.search(value, entryOffsets.get(key), entryOffsets.get(key + 1)), into);
    }

    private void gatherEntry(int entry, Bits into) {
        if (entry >= 0) {
            for (var posting = postingOffsets.get(entry); posting < postingOffsets.get(entry + 1); posting++) {
                into.add(postingSources.get(posting));
            }
        }
    }
}
