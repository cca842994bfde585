package org.hms.registry.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.hms.matching.batch.ColumnMapping;
import org.hms.matching.batch.Deduplicated;
import org.hms.matching.batch.Deduplication;
import org.hms.matching.batch.PersonFile;
import org.hms.matching.batch.StartModel;
import org.hms.matching.score.MatchModel;
import org.hms.matching.train.TrainingSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Finds out who is whom in files of people, without a running service and without a database. */
@Command(
        name = "dedupe",
        description = "Find the records of one person in files of people: CSV, or JSON lines (.ndjson, .jsonl).",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The configuration names the identifying column and says what the others are:",
            "  id: rec_id",
            "  columns:",
            "    given_name:    {as: givenName}",
            "    surname:       {as: familyName}   # or firstFamilyName, secondFamilyName, marriedName, fullName",
            "    date_of_birth: {as: birthDate, format: yyyyMMdd}   # or birthYear, birthMonth, birthDay",
            "    sex:           {as: sex}",
            "    soc_sec_id:    {as: identifier, system: ssn}",
            "    suburb:        {as: place}        # or postcode, phone, email, motherName, fatherName, category, text",
            "",
            "Written to the folder: clusters.csv, pairs.csv, unreached.csv, model.yml, report.html,",
            "report.json and, after training, training.html.",
            "A run that was stopped after its training goes on with --resume; the model it learned lies in the folder.",
            "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done, but rows without an id were left out.",
            "",
            "Example:",
            "  registry dedupe people.csv --config columns.yml --train --out result"
        })
public final class DedupeCommand implements Callable<Integer> {

    @ParentCommand
    private RegistryCommand registry = new RegistryCommand();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "CSV files with one header line each, or files of JSON lines.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for the results.")
    private Path out = Path.of("");

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "A trained model, such as an earlier run's model.yml.")
    private @Nullable Path model;

    @Option(names = "--train", description = "Train on the files themselves, from the model given or the one shipped.")
    private boolean train;

    @Option(
            names = "--seed",
            description = "Seed of the training's random pairs (default: ${DEFAULT-VALUE}).",
            defaultValue = "2026")
    private long seed = 2026;

    @Option(
            names = "--resume",
            description = "Take up the model that an interrupted run on the same files had already learned.")
    private boolean resume;

    @Option(
            names = "--truth",
            paramLabel = "FILE",
            description = "CSV of record and person: the report tells what each blocking rule finds of it.")
    private @Nullable Path truth;

    @Option(names = "--quiet", description = "Show no progress bar.")
    private boolean quiet;

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws IOException {
        if (!InputFiles.areThere(spec, files)) {
            return 1;
        }
        long began = System.nanoTime();
        Files.createDirectories(out);
        var seconds = new LinkedHashMap<String, Double>();
        try (var progress = new DedupeProgress(!quiet)) {
            var mapping = ColumnMapping.read(registry.config());
            progress.stage("reading", -1);
            var table = PersonFile.read(files, mapping, progress);
            seconds.put("read", since(began));
            var result = deduplication(table.size(), mapping, progress).run(table);
            progress.stage("writing", 4);
            long writing = System.nanoTime();
            write(result, progress);
            seconds.putAll(result.report().seconds());
            seconds.put("write", since(writing));
            seconds.put("total", since(began));
            report(DedupeFigures.of(result.report(), seconds));
            return table.rowsWithoutId() > 0 ? RegistryCommand.REJECTED_ROWS : 0;
        }
    }

    private Deduplication deduplication(int records, ColumnMapping mapping, DedupeProgress progress)
            throws IOException {
        var start = model == null ? StartModel.of(mapping, records) : MatchModel.read(model);
        var known = truth == null ? Map.<String, String>of() : DedupeTruth.read(truth);
        if (!train) {
            return Deduplication.by(start, progress).knowing(known);
        }
        var checkpoint = DedupeCheckpoint.in(out, files, registry.config(), start.hash(), seed);
        var learned = resume ? checkpoint.model() : Optional.<MatchModel>empty();
        return learned.map(trained -> Deduplication.by(trained, progress))
                .orElseGet(() -> Deduplication.training(start, TrainingSettings.defaults(seed, records), progress)
                        .tellingOfTraining(checkpoint::keep))
                .knowing(known);
    }

    private interface Writing {
        void write() throws IOException;
    }

    /** All files side by side. */
    private void write(Deduplicated result, DedupeProgress progress) {
        Stream.<Writing>of(
                        () -> result.writePairs(out.resolve("pairs.csv")),
                        () -> result.writeClusters(out.resolve("clusters.csv")),
                        () -> result.writeUnreached(out.resolve("unreached.csv")),
                        () -> result.model().write(out.resolve("model.yml")))
                .parallel()
                .forEach(file -> {
                    try {
                        file.write();
                        progress.step(1);
                    } catch (IOException e) {
                        throw new UncheckedIOException("The results cannot be written", e);
                    }
                });
    }

    private void report(DedupeFigures figures) throws IOException {
        Files.writeString(out.resolve("report.json"), DedupeReportPage.json(figures));
        Files.writeString(out.resolve("report.html"), DedupeReportPage.html(figures));
        output.print(figures, DedupeReportPage.text(figures, out));
    }

    private static double since(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }
}
