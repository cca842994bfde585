package org.hms.matching.batch;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Who is whom in a file, and why: clusters, the pairs of at least the review weight, the records never compared. */
public final class Deduplicated {
    private final PersonTable table;
    private final ScoredPairs pairs;
    private final int[] clusterOf;
    private final Blocks.Reach[] reaches;
    private final DedupeReport report;

    Deduplicated(PersonTable table, ScoredPairs pairs, int[] clusterOf, Blocks.Reach[] reaches, DedupeReport report) {
        this.table = table;
        this.pairs = pairs;
        this.clusterOf = clusterOf;
        this.reaches = reaches;
        this.report = report;
    }

    public DedupeReport report() {
        return report;
    }

    /** The cluster of each record, by record id; a cluster has the id of its first record. */
    public Map<String, String> clusters() {
        var clusters = HashMap.<String, String>newHashMap(table.size());
        for (int i = 0; i < clusterOf.length; i++) {
            clusters.put(table.ids().get(i), table.ids().get(clusterOf[i]));
        }
        return clusters;
    }

    /** Writes cluster_id,record_id: every record once, ordered by record. */
    public void writeClusters(Path file) throws IOException {
        try (var csv = writer(file)) {
            csv.writeRecord("cluster_id", "record_id");
            for (int i = 0; i < clusterOf.length; i++) {
                csv.writeRecord(table.ids().get(clusterOf[i]), table.ids().get(i));
            }
        }
    }

    /** Writes left,right,weight,probability: each pair of at least the review weight once, the lesser id first. */
    public void writePairs(Path file) throws IOException {
        try (var csv = writer(file)) {
            csv.writeRecord("left", "right", "weight", "probability");
            for (int left = 0; left < table.size(); left++) {
                for (int i = pairs.offsets()[left]; i < pairs.offsets()[left + 1]; i++) {
                    double weight = pairs.weights()[i];
                    csv.writeRecord(
                            table.ids().get(left),
                            table.ids().get(pairs.rights()[i]),
                            decimal(weight, 10_000),
                            decimal(1 / (1 + Math.pow(2, -weight)), 100_000_000));
                }
            }
        }
    }

    /** Writes record_id,reason for each record that was compared with nobody. */
    public void writeUnreached(Path file) throws IOException {
        try (var csv = writer(file)) {
            csv.writeRecord("record_id", "reason");
            for (int i = 0; i < reaches.length; i++) {
                if (reaches[i] != Blocks.Reach.COMPARED) {
                    csv.writeRecord(
                            table.ids().get(i),
                            reaches[i].name().toLowerCase(Locale.ROOT).replace('_', '-'));
                }
            }
        }
    }

    private static CsvWriter writer(Path file) throws IOException {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file);
    }

    private static String decimal(double value, int scale) {
        return Double.toString((double) Math.round(value * scale) / scale);
    }
}
