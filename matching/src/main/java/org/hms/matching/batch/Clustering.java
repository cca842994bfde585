package org.hms.matching.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.hms.matching.cluster.Clusters;
import org.hms.matching.cluster.Component;
import org.hms.matching.cluster.PairEvidence;
import org.hms.matching.score.Thresholds;

/**
 * Divides each component into people by {@link Clusters}. Pairs of a component that no block compared, or that fell below
 * the review weight, are weighed here, so that the average of two clusters is that of all their pairs.
 */
final class Clustering {
    private final PersonTable table;
    private final PairScoring scoring;
    private final Thresholds thresholds;
    private final LongAdder completed = new LongAdder();

    Clustering(PersonTable table, PairScoring scoring, Thresholds thresholds) {
        this.table = table;
        this.scoring = scoring;
        this.thresholds = thresholds;
    }

    /** For each record the first record of its cluster. */
    int[] cluster(ScoredPairs pairs, Components components, Progress progress) {
        progress.stage("clustering", components.parts().size());
        var clusterOf = new int[table.size()];
        for (int i = 0; i < clusterOf.length; i++) {
            clusterOf[i] = i;
        }
        components.parts().parallelStream().forEach(part -> {
            if (part.length == 2) {
                clusterOf[part[1]] = part[0];
            } else {
                divide(part, pairs, clusterOf);
            }
            progress.step(1);
        });
        return clusterOf;
    }

    private void divide(int[] part, ScoredPairs pairs, int[] clusterOf) {
        var places = new HashMap<String, Integer>();
        for (int record : part) {
            places.put(table.ids().get(record), record);
        }
        var component = new Component(new HashSet<>(places.keySet()), evidence(part, pairs), List.of());
        for (var cluster : Clusters.partition(component, thresholds)) {
            int first = cluster.stream()
                    .mapToInt(id -> places.getOrDefault(id, -1))
                    .min()
                    .orElseThrow();
            for (var id : cluster) {
                clusterOf[places.getOrDefault(id, -1)] = first;
            }
        }
    }

    private List<PairEvidence> evidence(int[] part, ScoredPairs pairs) {
        var evidence = new ArrayList<PairEvidence>(part.length * (part.length - 1) / 2);
        for (int i = 0; i < part.length; i++) {
            for (int j = i + 1; j < part.length; j++) {
                int found = pairs.find(part[i], part[j]);
                double weight = found >= 0 ? pairs.weights()[found] : complete(part[i], part[j]);
                evidence.add(
                        new PairEvidence(table.ids().get(part[i]), table.ids().get(part[j]), weight, false));
            }
        }
        return evidence;
    }

    private double complete(int left, int right) {
        completed.increment();
        return scoring.weight(left, right);
    }

    /** How many pairs were weighed within components beyond those the blocks brought together above the review weight. */
    long completed() {
        return completed.sum();
    }
}
