package org.hms.registry.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hms.matching.chart.ModelCharts;
import org.hms.matching.score.BlockingField;
import org.hms.matching.score.BlockingRule;
import org.hms.matching.score.Comparison;
import org.hms.matching.score.ComparisonLevel;
import org.hms.matching.score.MatchModel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Shows what a model says: each level's m, u and bits, and the blocking rules. */
@Command(
        name = "show",
        description = "Show a model's levels, thresholds and blocking rules.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  registry model show trained.yml --weights weights.svg"})
public final class ModelShowCommand implements Callable<Integer> {

    @ParentCommand
    private ModelCommand model = new ModelCommand();

    @Parameters(paramLabel = "MODEL", arity = "0..1", description = "A model file (default: the registry's own model).")
    private @Nullable Path file;

    @Option(names = "--weights", paramLabel = "FILE", description = "Draw the match weights as SVG.")
    private @Nullable Path weights;

    @Option(names = "--probabilities", paramLabel = "FILE", description = "Draw m and u as SVG.")
    private @Nullable Path probabilities;

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var shown = model.read(file);
        if (weights != null) {
            write(weights, ModelCharts.matchWeights(shown));
        }
        if (probabilities != null) {
            write(probabilities, ModelCharts.probabilities(shown));
        }
        output.print(values(shown), text(shown));
        return 0;
    }

    private static void write(Path file, String drawing) {
        try {
            Files.writeString(file, drawing);
        } catch (IOException e) {
            throw new UncheckedIOException("The drawing cannot be written: " + file, e);
        }
    }

    private static Map<String, Object> values(MatchModel model) {
        var values = new LinkedHashMap<String, Object>();
        values.put("version", model.version());
        values.put("hash", model.hash());
        values.put("priorProbability", model.priorProbability());
        values.put("relativesProbability", model.relativesProbability());
        values.put("thresholds", model.thresholds());
        values.put("comparisons", model.comparisons().stream().map(Shown::of).toList());
        values.put("blocking", model.blockingRules());
        return values;
    }

    private record Shown(String comparison, double kin, List<ComparisonLevel> levels) {
        static Shown of(Comparison<?> comparison) {
            return new Shown(comparison.name(), comparison.kin(), comparison.levels());
        }
    }

    private static String text(MatchModel model) {
        var text = new StringBuilder();
        line(text, "model %s, %s", model.version(), model.hash());
        line(text, "prior %.3g (%+.2f bits)", model.priorProbability(), model.priorWeight());
        if (model.relativesProbability() > 0) {
            line(
                    text,
                    "relatives %.3g (%+.2f bits for one person against two relatives)",
                    model.relativesProbability(),
                    model.priorWeightAgainstRelatives());
        }
        line(
                text,
                "link from %.2f bits, review from %.2f, margin %.2f",
                model.thresholds().linkWeight(),
                model.thresholds().reviewWeight(),
                model.thresholds().margin());
        for (var comparison : model.comparisons()) {
            line(text, "%n%-32s %10s %10s %8s %5s", comparison.name(), "m", "u", "bits", "tf");
            for (var level : comparison.levels()) {
                line(
                        text,
                        "  %-30s %10.3g %10.3g %+8.2f %5.2f",
                        level.name(),
                        level.m(),
                        level.u(),
                        level.weight(),
                        level.termFrequencyWeight());
            }
        }
        line(text, "%nblocking");
        for (var rule : model.blockingRules()) {
            line(text, "  %-30s %s, cap %d", rule.id(), fields(rule), rule.cap());
        }
        return text.toString().stripTrailing();
    }

    private static String fields(BlockingRule rule) {
        return String.join(
                " + ", rule.fields().stream().map(BlockingField::code).toList());
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
    }
}
