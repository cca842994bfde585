package org.hms.matching.evaluate;

import java.util.HashMap;
import java.util.Map;

/**
 * Agreement of a partition with the truth: over pairs (precision, recall, F1) and over records (B³, Bagga and Baldwin
 * 1998). Where nothing is claimed precision is 1, where nothing is to be found recall is 1.
 */
public record Accuracy(
        long truePositives, long falsePositives, long falseNegatives, double bCubedPrecision, double bCubedRecall) {

    private record Cell(String found, String actual) {}

    /** Both map record to cluster; only records named in the truth are judged, and each of them must be in the partition. */
    public static Accuracy of(Map<String, String> partition, Map<String, String> truth) {
        var found = new HashMap<String, Long>();
        var actual = new HashMap<String, Long>();
        var shared = new HashMap<Cell, Long>();
        truth.forEach((entry, person) -> {
            var cluster = partition.get(entry);
            if (cluster == null) {
                throw new IllegalArgumentException("A record of the truth is in no cluster of the partition");
            }
            found.merge(cluster, 1L, Long::sum);
            actual.merge(person, 1L, Long::sum);
            shared.merge(new Cell(cluster, person), 1L, Long::sum);
        });
        long both = pairs(shared.values());
        double precision = 0;
        double recall = 0;
        for (var cell : shared.entrySet()) {
            double count = cell.getValue();
            precision += count * count / found.getOrDefault(cell.getKey().found(), 1L);
            recall += count * count / actual.getOrDefault(cell.getKey().actual(), 1L);
        }
        int size = Math.max(1, truth.size());
        return new Accuracy(
                both,
                pairs(found.values()) - both,
                pairs(actual.values()) - both,
                truth.isEmpty() ? 1 : precision / size,
                truth.isEmpty() ? 1 : recall / size);
    }

    public double precision() {
        return truePositives + falsePositives == 0 ? 1 : (double) truePositives / (truePositives + falsePositives);
    }

    public double recall() {
        return truePositives + falseNegatives == 0 ? 1 : (double) truePositives / (truePositives + falseNegatives);
    }

    public double f1() {
        return harmonic(precision(), recall());
    }

    public double bCubedF1() {
        return harmonic(bCubedPrecision, bCubedRecall);
    }

    private static long pairs(Iterable<Long> sizes) {
        long pairs = 0;
        for (long size : sizes) {
            pairs += size * (size - 1) / 2;
        }
        return pairs;
    }

    private static double harmonic(double precision, double recall) {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
}
