package org.hms.registry.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hms.matching.chart.EvaluationPage;
import org.hms.matching.chart.ThresholdChart;
import org.hms.matching.evaluate.Linked;
import org.hms.matching.evaluate.Mistakes;
import org.hms.matching.evaluate.ThresholdCurve;
import org.hms.matching.evaluate.Truth;
import org.jspecify.annotations.Nullable;

/** Judges scored pairs by the truth: the threshold-selection chart, and the mistakes to look at. */
final class EvaluationFiles {
    private final Truth truth;
    private final PairFile.Read read;
    private final ThresholdCurve curve;
    private final Linked decision;
    private final Map<String, Object> figures;

    private EvaluationFiles(
            Truth truth, PairFile.Read read, ThresholdCurve curve, Linked decision, Map<String, Object> figures) {
        this.truth = truth;
        this.read = read;
        this.curve = curve;
        this.decision = decision;
        this.figures = figures;
    }

    /**
     * Clusters, where given, say what was linked; else a weight does: the one given, or the one of the best F1.
     *
     * @param told what has been found out already, told first
     */
    static EvaluationFiles judge(
            Map<String, String> personOf,
            @Nullable Map<String, String> clusterOf,
            Path pairs,
            @Nullable Double linkFrom,
            Map<String, Object> told)
            throws IOException {
        var truth = Truth.of(personOf);
        var read = PairFile.read(pairs, truth);
        var curve = ThresholdCurve.of(truth, read.pairs());
        double from = linkFrom == null ? curve.best().weight() : linkFrom;
        var figures = new LinkedHashMap<>(told);
        figures.putIfAbsent("records", truth.records());
        figures.putIfAbsent("persons", truth.persons());
        figures.put("scoredPairs", curve.scoredPairs());
        figures.put("pairsOfOthers", read.unknown());
        figures.put("truePairs", curve.truePairs());
        figures.put("truePairsScored", curve.scoredTruePairs());
        figures.put("bestWeight", curve.best().weight());
        figures.put("bestPrecision", curve.best().precision());
        figures.put("bestRecall", curve.best().recall());
        figures.put("bestF1", curve.best().f1());
        if (clusterOf == null) {
            figures.put("linkedFromWeight", from);
        }
        var decision = clusterOf == null ? Linked.from(from) : Linked.within(truth.clusters(clusterOf));
        return new EvaluationFiles(truth, read, curve, decision, figures);
    }

    Map<String, Object> figures() {
        return figures;
    }

    /** Writes evaluation.html, thresholds.svg, thresholds.json, false-positives.csv and false-negatives.csv. */
    void write(Path directory) throws IOException {
        Files.createDirectories(directory);
        var wrong = Mistakes.falsePositives(truth, read.pairs(), decision);
        var missed = Mistakes.falseNegatives(truth, read.pairs(), decision);
        figures.put("falsePositivesListed", wrong.size());
        figures.put("falseNegativesListed", missed.size());
        list(directory.resolve("false-positives.csv"), wrong);
        list(directory.resolve("false-negatives.csv"), missed);
        Files.writeString(directory.resolve("evaluation.html"), EvaluationPage.of(figures, curve));
        Files.writeString(directory.resolve("thresholds.svg"), ThresholdChart.of(curve));
        var values = new LinkedHashMap<String, Object>();
        values.put("figures", figures);
        values.put("curve", curve);
        Files.writeString(
                directory.resolve("thresholds.json"),
                new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(values));
    }

    private void list(Path file, Mistakes mistakes) throws IOException {
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file)) {
            csv.writeRecord("left", "right", "weight");
            mistakes.each(
                    truth,
                    (one, other, weight) -> csv.writeRecord(
                            one.compareTo(other) < 0 ? one : other,
                            one.compareTo(other) < 0 ? other : one,
                            Double.isNaN(weight) ? "" : Double.toString(weight)));
        }
    }
}
