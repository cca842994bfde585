package org.hms.registry.job;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hms.matching.evaluate.Accuracy;
import org.hms.matching.evaluate.ExactClusters;

/** Compares a partition of records with the truth, each read from a file. */
final class DedupeTruth {

    private static final List<String> RECORD = List.of("record_id", "rec_id", "recordId", "record", "id");

    private DedupeTruth() {}

    /** The figures by name, in the order in which they are told. */
    static Map<String, Object> compare(Map<String, String> truth, Map<String, String> found) {
        long missing = truth.keySet().stream()
                .filter(entry -> !found.containsKey(entry))
                .count();
        if (missing > 0) {
            throw new IllegalArgumentException(missing + " records of the truth are in no cluster");
        }
        var pairs = Accuracy.of(found, truth);
        var clusters = ExactClusters.of(found, truth);
        var figures = new LinkedHashMap<String, Object>();
        figures.put("records", truth.size());
        figures.put("persons", clusters.actual());
        figures.put("clusters", clusters.found());
        figures.put("pairwisePrecision", pairs.precision());
        figures.put("pairwiseRecall", pairs.recall());
        figures.put("pairwiseF1", pairs.f1());
        figures.put("bCubedPrecision", pairs.bCubedPrecision());
        figures.put("bCubedRecall", pairs.bCubedRecall());
        figures.put("bCubedF1", pairs.bCubedF1());
        figures.put("clusterPrecision", clusters.precision());
        figures.put("clusterRecall", clusters.recall());
        figures.put("clusterF1", clusters.f1());
        return figures;
    }

    /** Record to cluster, from a file of two columns of which one is the record's by its name, else the first. */
    static Map<String, String> read(Path file) throws IOException {
        var clusters = new HashMap<String, String>();
        try (var csv = CsvReader.builder().detectBomHeader(true).ofCsvRecord(file)) {
            var rows = csv.iterator();
            if (!rows.hasNext()) {
                return clusters;
            }
            var header = rows.next().getFields().stream().map(String::strip).toList();
            if (header.size() != 2) {
                throw new IllegalArgumentException(
                        file + " has two columns, the record's id and its cluster or person");
            }
            int record = RECORD.contains(header.get(1)) && !header.get(0).equals("record_id") ? 1 : 0;
            while (rows.hasNext()) {
                var row = rows.next();
                if (clusters.put(
                                row.getField(record).strip(),
                                row.getField(1 - record).strip())
                        != null) {
                    throw new IllegalArgumentException(file + " names a record twice");
                }
            }
        }
        return clusters;
    }
}
