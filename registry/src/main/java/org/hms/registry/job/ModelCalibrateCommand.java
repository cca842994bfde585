package org.hms.registry.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hms.matching.calibrate.CalibratedModel;
import org.hms.matching.calibrate.Calibration;
import org.hms.matching.calibrate.CalibrationSettings;
import org.hms.matching.calibrate.Calibrator;
import org.hms.matching.calibrate.ThresholdSuggestion;
import org.hms.matching.chart.CalibrationPage;
import org.hms.matching.score.MatchModel;
import org.hms.matching.score.Thresholds;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Corrects a model's prior and thresholds by pairs that stewards have decided. */
@Command(
        name = "calibrate",
        description = "Correct a model's prior and thresholds by pairs that stewards have decided.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  registry model calibrate --model result/model.yml --pairs result/pairs.csv --labels labels.csv"
                    + " --out calibrated.yml --report calibration.html"
        })
public final class ModelCalibrateCommand implements Callable<Integer> {

    @ParentCommand
    private ModelCommand parent = new ModelCommand();

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description = "The model that gave the weights (default: the registry's own).")
    private @Nullable Path model;

    @Option(
            names = "--pairs",
            required = true,
            paramLabel = "FILE",
            description = "CSV of scored pairs with the columns left, right and weight, as dedupe writes it.")
    private Path pairs = Path.of("");

    @Option(
            names = "--labels",
            required = true,
            paramLabel = "FILE",
            description = "CSV of the columns left, right and match, which is true or false.")
    private Path labels = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "MODEL", description = "Where to write the model corrected.")
    private Path out = Path.of("");

    @Option(names = "--report", paramLabel = "FILE", description = "Where to write a report (HTML).")
    private @Nullable Path report;

    @Option(
            names = "--precision",
            description = "The precision wished of links (default: ${DEFAULT-VALUE}).",
            defaultValue = "0.99")
    private double precision = 0.99;

    @Option(
            names = "--held-out",
            paramLabel = "SHARE",
            description = "The share of labels kept aside to judge by (default: ${DEFAULT-VALUE}).",
            defaultValue = "0.4")
    private double heldOut = 0.4;

    @Option(names = "--seed", description = "Of the draw (default: ${DEFAULT-VALUE}).", defaultValue = "1")
    private long seed = 1;

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws IOException {
        var began = parent.read(model);
        var read = PairFile.labelled(pairs, labels);
        var calibration = new Calibrator(new CalibrationSettings(precision, heldOut, seed))
                .calibrate(read.labels(), read.scored());
        var calibrated = CalibratedModel.of(began, calibration);
        calibrated.write(out);
        if (report != null) {
            Files.writeString(report, CalibrationPage.of(began.version(), calibration));
        }
        output.print(values(calibrated, calibration, read), text(began, calibrated, calibration, read));
        return 0;
    }

    private static Map<String, Object> values(MatchModel calibrated, Calibration calibration, PairFile.Labelled read) {
        var values = new LinkedHashMap<String, Object>();
        values.put("version", calibrated.version());
        values.put("hash", calibrated.hash());
        values.put("priorProbability", calibrated.priorProbability());
        values.put("thresholds", calibrated.thresholds());
        values.put("labelsNeverScored", read.neverScored());
        values.put("calibration", calibration);
        return values;
    }

    private static String text(
            MatchModel began, MatchModel calibrated, Calibration calibration, PairFile.Labelled read) {
        var text = new StringBuilder();
        var counts = calibration.counts();
        line(
                text,
                "%d labels, of which %d matches; learned from %d, judged on %d; %d labels are of pairs never scored",
                counts.labels(),
                counts.matches(),
                counts.training(),
                counts.heldOut(),
                read.neverScored());
        line(text, "%n%-16s %10s %10s", "on labels aside", "log loss", "Brier");
        for (var method : calibration.reliability()) {
            line(text, "%-16s %10.4f %10.4f", method.method(), method.logLoss(), method.brier());
        }
        line(
                text,
                "%nPlatt: slope %.3f, offset %+.2f bits",
                calibration.platt().slope(),
                calibration.platt().offset());
        line(text, "prior %+.2f -> %+.2f bits", began.priorWeight(), calibrated.priorWeight());
        thresholds(text, began.thresholds(), calibrated.thresholds(), calibration);
        calibration.warnings().forEach(warning -> line(text, "! %s", warning));
        return text.toString().stripTrailing();
    }

    private static void thresholds(StringBuilder text, Thresholds before, Thresholds after, Calibration calibration) {
        line(text, "link   %s", threshold(calibration.link(), before.linkWeight(), after.linkWeight()));
        line(text, "review %s", threshold(calibration.review(), before.reviewWeight(), after.reviewWeight()));
        if (calibration.expectedPrecision() != null) {
            line(text, "expected precision of all pairs from there on %.4f", calibration.expectedPrecision());
        }
    }

    private static String threshold(@Nullable ThresholdSuggestion found, double before, double after) {
        var moved = String.format(Locale.ROOT, "%.2f -> %.2f bits", before, after);
        return found == null
                ? moved
                : String.format(
                        Locale.ROOT,
                        "%s (labels: beyond %.2f of the model as it was, right %.4f of %d learned from, %.4f of %d aside)",
                        moved,
                        found.weight(),
                        found.training().share(),
                        found.training().of(),
                        found.heldOut().share(),
                        found.heldOut().of());
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
    }
}
