package org.hms.registry.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.hms.matching.evaluate.Accuracy;
import org.hms.registry.patient.RecordKey;
import org.hms.registry.patient.store.MembershipReport;
import org.hms.registry.store.Database;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Compares who the registry thinks is whom with the truth of the synthetic people that were loaded. */
@Command(
        name = "evaluate",
        description =
                "Precision, recall and F1 of pairs and clusters, on the synthetic people loaded or between two files.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  registry evaluate --count 5000 --seed 2026 --json",
            "  registry evaluate --truth truth.csv --clusters result/clusters.csv",
            "  registry evaluate --truth truth.csv --pairs result/pairs.csv --out judged"
        })
public final class EvaluateCommand implements Callable<Integer> {

    @ParentCommand
    private RegistryCommand registry = new RegistryCommand();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private PeopleOptions load = new PeopleOptions();

    @Mixin
    private Output output = new Output();

    /** The truth, and what is to be judged by it: clusters, scored pairs, or both. */
    static final class Files {
        @Option(
                names = "--truth",
                required = true,
                paramLabel = "FILE",
                description = "CSV of two columns: record_id and the person it is about.")
        private Path truth = Path.of("");

        @Option(
                names = "--clusters",
                paramLabel = "FILE",
                description = "CSV of the columns cluster_id and record_id, as dedupe writes it.")
        private @Nullable Path clusters;

        @Option(
                names = "--pairs",
                paramLabel = "FILE",
                description =
                        "CSV of the columns left, right and weight, as dedupe writes it: which link weight is best?")
        private @Nullable Path pairs;

        @Option(
                names = "--link-from",
                paramLabel = "BITS",
                description = "The weight from which on pairs count as linked (default: the one of the best F1).")
        private @Nullable Double linkFrom;

        @Option(
                names = "--out",
                paramLabel = "DIR",
                description = "Where to write the chart of thresholds and the mistakes to look at.")
        private @Nullable Path out;
    }

    @ArgGroup(exclusive = false)
    private @Nullable Files files;

    @Override
    public Integer call() throws IOException {
        if (files != null) {
            return judge(files);
        }
        var configuration = ConfigurationFile.read(registry.config());
        var truth = new HashMap<RecordKey, String>();
        var found = new HashMap<RecordKey, String>();
        try (var database = Database.join(configuration.getDatabase(), configuration.getDataDirectory())) {
            SyntheticPeople.truth(load.seed, load.count, truth::put);
            new MembershipReport(database.jdbi()).each((key, eid) -> {
                if (truth.containsKey(key)) {
                    found.put(key, eid);
                }
            });
        }
        if (found.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("None of these synthetic people are loaded; see: registry load people --help");
            return 1;
        }
        truth.keySet().retainAll(found.keySet());
        report(truth, found);
        return 0;
    }

    private int judge(Files given) throws IOException {
        if (given.clusters == null && given.pairs == null || given.out != null && given.pairs == null) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "Name what is to be judged: --clusters, or --pairs, which --out needs.");
        }
        var truth = DedupeTruth.read(given.truth);
        var clusters = given.clusters == null ? null : DedupeTruth.read(given.clusters);
        Map<String, Object> figures = clusters == null ? Map.of() : DedupeTruth.compare(truth, clusters);
        if (given.pairs != null) {
            var judged = EvaluationFiles.judge(truth, clusters, given.pairs, given.linkFrom, figures);
            if (given.out != null) {
                judged.write(given.out);
            }
            figures = judged.figures();
        }
        print(figures);
        return 0;
    }

    private static Map<String, String> named(Map<RecordKey, String> clusters) {
        return clusters.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().toString(), Map.Entry::getValue));
    }

    private void report(Map<RecordKey, String> truth, Map<RecordKey, String> found) {
        var accuracy = Accuracy.of(named(found), named(truth));
        var figures = new LinkedHashMap<String, Object>();
        figures.put("records", truth.size());
        figures.put("persons", truth.values().stream().distinct().count());
        figures.put("clusters", found.values().stream().distinct().count());
        figures.put("pairwisePrecision", accuracy.precision());
        figures.put("pairwiseRecall", accuracy.recall());
        figures.put("pairwiseF1", accuracy.f1());
        figures.put("bCubedPrecision", accuracy.bCubedPrecision());
        figures.put("bCubedRecall", accuracy.bCubedRecall());
        figures.put("bCubedF1", accuracy.bCubedF1());
        print(figures);
    }

    private void print(Map<String, Object> figures) {
        var text = new StringBuilder();
        figures.forEach((name, value) -> text.append(
                value instanceof Double figure
                        ? String.format(Locale.ROOT, "%-18s %.4f%n", name, figure)
                        : String.format(Locale.ROOT, "%-18s %s%n", name, value)));
        output.print(figures, text.toString().stripTrailing());
    }
}
