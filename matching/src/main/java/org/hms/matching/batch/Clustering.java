package org.hms.matching.batch;

import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.hms.matching.cluster.Clusters;
import org.hms.matching.score.Thresholds;
import org.hms.matching.table.Borrowed;
import org.hms.matching.table.PairWeights;
import org.hms.matching.table.PersonTable;

/**
 * Divides each component into people by {@link Clusters}. Pairs of a component that no block compared, or that fell below
 * the review weight, are weighed here, so that the average of two clusters is that of all their pairs.
 */
final class Clustering {
    private final PersonTable table;
    private final Borrowed<PairWeights.Reader> readers;
    private final Thresholds thresholds;
    private final LongAdder completed = new LongAdder();

    Clustering(PersonTable table, PairWeights weights, Thresholds thresholds) {
        this.table = table;
        readers = new Borrowed<>(weights::reader);
        this.thresholds = thresholds;
    }

    /** For each record the record with the least id of its cluster. */
    int[] cluster(ScoredPairs pairs, Components components, Progress progress) {
        progress.stage("clustering", components.parts().size());
        var clusterOf = new int[table.size()];
        Arrays.setAll(clusterOf, i -> i);
        components.parts().parallelStream().forEach(part -> {
            int[] byId = byId(part);
            if (part.length == 2) {
                clusterOf[byId[1]] = byId[0];
            } else {
                double[][] weights = readers.use(reader -> weights(byId, pairs, reader));
                int[] cluster = Clusters.partition(weights, thresholds);
                for (int i = 0; i < byId.length; i++) {
                    clusterOf[byId[i]] = byId[cluster[i]];
                }
            }
            progress.step(1);
        });
        return clusterOf;
    }

    /** Ties fall to the lesser id, whatever the order of the table. */
    private int[] byId(int[] part) {
        return IntStream.of(part)
                .boxed()
                .sorted(table.ids()::compare)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private double[][] weights(int[] part, ScoredPairs pairs, PairWeights.Reader reader) {
        var weights = new double[part.length][part.length];
        for (int i = 0; i < part.length; i++) {
            for (int j = i + 1; j < part.length; j++) {
                int left = Math.min(part[i], part[j]);
                int right = Math.max(part[i], part[j]);
                if (!table.mayBeOnePerson(left, right)) {
                    weights[i][j] = Double.NEGATIVE_INFINITY;
                    continue;
                }
                int found = pairs.find(left, right);
                if (found < 0) {
                    completed.increment();
                }
                weights[i][j] = found >= 0 ? pairs.weights()[found] : reader.weight(left, right);
            }
        }
        return weights;
    }

    /** How many pairs were weighed within components beyond those the blocks brought together above the review weight. */
    long completed() {
        return completed.sum();
    }
}
