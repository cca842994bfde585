package org.hms.registry.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hms.matching.calibrate.LabelledWeight;
import org.hms.matching.evaluate.Truth;
import org.hms.matching.evaluate.WeighedPairs;

/** Reads pairs.csv as dedupe writes it, for judging and for calibrating. */
final class PairFile {
    private static final int ROOM = 1 << 16;
    private static final Set<String> YES = Set.of("true", "1", "yes", "y", "si", "sí", "match");
    private static final Set<String> NO = Set.of("false", "0", "no", "n", "non-match", "distinct");

    private PairFile() {}

    /** The pairs of records that the truth names; how many rows name others. */
    record Read(WeighedPairs pairs, long unknown) {}

    static Read read(Path file, Truth truth) throws IOException {
        var one = new int[ROOM];
        var other = new int[ROOM];
        var weights = new double[ROOM];
        int size = 0;
        long unknown = 0;
        try (var rows = CsvColumns.open(file, "left", "right", "weight")) {
            while (rows.hasNext()) {
                var row = rows.next();
                int left = truth.find(rows.text(row, 0));
                int right = truth.find(rows.text(row, 1));
                if (left < 0 || right < 0) {
                    unknown++;
                    continue;
                }
                if (size == weights.length) {
                    one = Arrays.copyOf(one, size * 2);
                    other = Arrays.copyOf(other, size * 2);
                    weights = Arrays.copyOf(weights, size * 2);
                }
                one[size] = left;
                other[size] = right;
                weights[size++] = rows.number(row, 2);
            }
        }
        return new Read(WeighedPairs.of(truth.records(), one, other, weights, size), unknown);
    }

    private record Key(String least, String greatest) {
        static Key of(String one, String other) {
            return one.compareTo(other) < 0 ? new Key(one, other) : new Key(other, one);
        }
    }

    /** The labels with their weights, the weights of all pairs, and how many labels are of pairs never scored. */
    record Labelled(List<LabelledWeight> labels, double[] scored, long neverScored) {}

    static Labelled labelled(Path pairs, Path labels) throws IOException {
        var matches = labels(labels);
        int named = matches.size();
        var found = new ArrayList<LabelledWeight>();
        var scored = new double[ROOM];
        int size = 0;
        try (var rows = CsvColumns.open(pairs, "left", "right", "weight")) {
            while (rows.hasNext()) {
                var row = rows.next();
                double weight = rows.number(row, 2);
                scored = size == scored.length ? Arrays.copyOf(scored, size * 2) : scored;
                scored[size++] = weight;
                var match = matches.remove(Key.of(rows.text(row, 0), rows.text(row, 1)));
                if (match != null) {
                    found.add(new LabelledWeight(weight, match));
                }
            }
        }
        return new Labelled(found, Arrays.copyOf(scored, size), (long) named - found.size());
    }

    private static Map<Key, Boolean> labels(Path file) throws IOException {
        var matches = new HashMap<Key, Boolean>();
        try (var rows = CsvColumns.open(file, "left", "right", "match")) {
            while (rows.hasNext()) {
                var row = rows.next();
                var word = rows.text(row, 2).toLowerCase(Locale.ROOT);
                if (!YES.contains(word) && !NO.contains(word)) {
                    throw new IllegalArgumentException(
                            file + ", line " + row.getStartingLineNumber() + ": match is true or false");
                }
                boolean match = YES.contains(word);
                var before = matches.put(Key.of(rows.text(row, 0), rows.text(row, 1)), match);
                if (before != null && before != match) {
                    throw new IllegalArgumentException(file + ", line " + row.getStartingLineNumber()
                            + ": this pair was labelled otherwise before");
                }
            }
        }
        return matches;
    }
}
