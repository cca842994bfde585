package org.hms.matching.batch;

import java.util.SortedMap;
import java.util.TreeMap;

/** How many clusters there are of each size. */
final class ClusterSizes {
    private ClusterSizes() {}

    /** @param clusterOf for each record the first record of its cluster */
    static SortedMap<Integer, Integer> of(int[] clusterOf) {
        var members = new int[clusterOf.length];
        for (int cluster : clusterOf) {
            members[cluster]++;
        }
        var sizes = new TreeMap<Integer, Integer>();
        for (int size : members) {
            if (size > 0) {
                sizes.merge(size, 1, Integer::sum);
            }
        }
        return sizes;
    }
}
