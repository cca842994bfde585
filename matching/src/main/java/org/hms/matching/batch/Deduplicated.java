package org.hms.matching.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hms.matching.score.MatchModel;
import org.hms.matching.table.Blocks;
import org.hms.matching.table.PersonTable;
import org.hms.matching.train.Training;
import org.jspecify.annotations.Nullable;

/** Who is whom in a file, and why: clusters, the pairs of at least the review weight, the records never compared. */
public final class Deduplicated {
    private final PersonTable table;
    private final MatchModel model;
    private final @Nullable Training training;
    private final ScoredPairs pairs;
    private final int[] clusterOf;
    private final Blocks.Reach[] reaches;
    private final DedupeReport report;

    Deduplicated(
            PersonTable table,
            MatchModel model,
            @Nullable Training training,
            ScoredPairs pairs,
            int[] clusterOf,
            Blocks.Reach[] reaches,
            DedupeReport report) {
        this.table = table;
        this.model = model;
        this.training = training;
        this.pairs = pairs;
        this.clusterOf = clusterOf;
        this.reaches = reaches;
        this.report = report;
    }

    public DedupeReport report() {
        return report;
    }

    /** The model that weighed the pairs. */
    public MatchModel model() {
        return model;
    }

    /** How the model was learned, if it was. */
    public Optional<Training> training() {
        return Optional.ofNullable(training);
    }

    /** The cluster of each record, by record id; a cluster has its least record id. */
    public Map<String, String> clusters() {
        var clusters = HashMap.<String, String>newHashMap(table.size());
        for (int i = 0; i < clusterOf.length; i++) {
            clusters.put(table.ids().get(i), table.ids().get(clusterOf[i]));
        }
        return clusters;
    }

    /** Takes a pair by the records' places in the table. */
    @FunctionalInterface
    public interface PairTaker {
        void take(int one, int other, double weight);
    }

    /** Each pair of at least the review weight, once. */
    public void forEachPair(PairTaker taker) {
        for (int one = 0; one < table.size(); one++) {
            for (int i = pairs.offsets()[one]; i < pairs.offsets()[one + 1]; i++) {
                taker.take(one, pairs.rights()[i], pairs.weights()[i]);
            }
        }
    }

    /** Writes cluster_id,record_id: every record once. */
    public void writeClusters(Path file) throws IOException {
        try (var csv = new RecordWriter(file, table.ids(), "cluster_id,record_id")) {
            for (int i = 0; i < clusterOf.length; i++) {
                csv.id(clusterOf[i]).comma().id(i).line();
            }
        }
    }

    /** Writes left,right,weight,probability: each pair of at least the review weight once, the lesser id first. */
    public void writePairs(Path file) throws IOException {
        try (var csv = new RecordWriter(file, table.ids(), "left,right,weight,probability")) {
            for (int one = 0; one < table.size(); one++) {
                for (int i = pairs.offsets()[one]; i < pairs.offsets()[one + 1]; i++) {
                    int other = pairs.rights()[i];
                    boolean inOrder = table.ids().compare(one, other) <= 0;
                    double weight = pairs.weights()[i];
                    csv.id(inOrder ? one : other)
                            .comma()
                            .id(inOrder ? other : one)
                            .comma()
                            .decimal(weight, 4)
                            .comma()
                            .decimal(1 / (1 + Math.pow(2, -weight)), 8)
                            .line();
                }
            }
        }
    }

    /** Writes record_id,reason for each record that was compared with nobody. */
    public void writeUnreached(Path file) throws IOException {
        try (var csv = new RecordWriter(file, table.ids(), "record_id,reason")) {
            for (int i = 0; i < table.size(); i++) {
                if (reaches[i] != Blocks.Reach.COMPARED) {
                    csv.id(i)
                            .comma()
                            .text(reaches[i].name().toLowerCase(Locale.ROOT).replace('_', '-'))
                            .line();
                }
            }
        }
    }
}
