package org.hms.matching.evaluate;

import java.util.HashMap;
import java.util.Map;

/**
 * How many clusters are exactly right: of those found, those that hold all records of one person and no other. Clusters of
 * one record count like any other.
 */
public record ExactClusters(int exact, int found, int actual) {

    /** Both map record to cluster; only records named in the truth are judged, and each of them must be in the partition. */
    public static ExactClusters of(Map<String, String> partition, Map<String, String> truth) {
        var foundSizes = new HashMap<String, Integer>();
        var actualSizes = new HashMap<String, Integer>();
        var personOf = new HashMap<String, String>();
        var mixed = new HashMap<String, Boolean>();
        truth.forEach((entry, person) -> {
            var cluster = partition.get(entry);
            if (cluster == null) {
                throw new IllegalArgumentException("A record of the truth is in no cluster of the partition");
            }
            foundSizes.merge(cluster, 1, Integer::sum);
            actualSizes.merge(person, 1, Integer::sum);
            var first = personOf.putIfAbsent(cluster, person);
            mixed.merge(cluster, first != null && !first.equals(person), Boolean::logicalOr);
        });
        int exact = 0;
        for (var cluster : foundSizes.entrySet()) {
            boolean pure = !mixed.getOrDefault(cluster.getKey(), true);
            var person = personOf.get(cluster.getKey());
            if (pure && person != null && cluster.getValue().equals(actualSizes.get(person))) {
                exact++;
            }
        }
        return new ExactClusters(exact, foundSizes.size(), actualSizes.size());
    }

    public double precision() {
        return found == 0 ? 1 : (double) exact / found;
    }

    public double recall() {
        return actual == 0 ? 1 : (double) exact / actual;
    }

    public double f1() {
        return found + actual == 0 ? 1 : 2.0 * exact / (found + actual);
    }
}
