package org.hms.linkage.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hms.matching.batch.ColumnMapping;
import org.hms.matching.score.MatchModel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Deduplicates people on Apache Spark with the options of {@code registry dedupe}; training stays on one machine. */
@Command(
        name = "linkage-spark",
        description = "Find the records of one person in files or tables that are too large for one machine.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Written to the folder: clusters.csv, pairs.csv, unreached.csv, model.yml and report.json, as by registry dedupe.",
            "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done, but rows without an id were left out.",
            "",
            "Example:",
            "  linkage-spark people.parquet --config columns.yml --model trained.yml --out result"
        })
public final class LinkageCommand implements Callable<Integer> {
    private static final int ROWS_LEFT_OUT = 3;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Files or folders, of any file system Spark knows.")
    private List<String> files = new ArrayList<>();

    @Option(names = "--config", required = true, paramLabel = "FILE", description = "What the columns are (YAML).")
    private Path config = Path.of("");

    @Option(names = "--model", required = true, paramLabel = "FILE", description = "A trained model.")
    private Path model = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for the results.")
    private String out = "";

    @Option(
            names = "--format",
            description = "csv, parquet, json (a line each) or orc (default: by the name of the first file, else csv).")
    private @Nullable String format;

    @Option(
            names = "--multi-line",
            description = "Cells of a CSV file may hold line breaks; such a file is not divided.")
    private boolean multiLine;

    @Option(
            names = "--jdbc",
            paramLabel = "FILE",
            description = "Read a table instead: a properties file with Spark's JDBC options (url, dbtable, user, …).")
    private @Nullable Path jdbc;

    @Option(names = "--master", description = "Spark's master (default: as spark-submit says, else local[2]).")
    private @Nullable String master;

    @Option(names = "--partitions", description = "Partitions of each shuffle (default: as Spark is configured).")
    private @Nullable Integer partitions;

    @Option(
            names = "--part-size",
            description = "Blocks above this size are scored in parts (default: ${DEFAULT-VALUE}).",
            defaultValue = "" + SparkDeduplication.Settings.PART_SIZE)
    private int partSize = SparkDeduplication.Settings.PART_SIZE;

    @Option(names = "--in-parts", description = "Write each CSV file as a folder of parts.")
    private boolean inParts;

    @Option(names = "--quiet", description = "Do not tell the stages.")
    private boolean quiet;

    /** The job's entry, also for spark-submit. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new LinkageCommand())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println(reason(failure));
                    return command.getCommandSpec().exitCodeOnExecutionException();
                })
                .execute(arguments));
    }

    /** What went wrong at first; Spark wraps it in what it was doing then. */
    private static String reason(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        var message = cause.getMessage();
        return message == null ? cause.toString() : message;
    }

    @Override
    public Integer call() throws IOException {
        var source = source();
        var mapping = Files.readString(config);
        var columns = ColumnMapping.read(config);
        if (columns.linkOnly()) {
            spec.commandLine()
                    .getErr()
                    .println(
                            "columns, linkOnly: is for registry dedupe only; here any two records may be of one person");
            return CommandLine.ExitCode.SOFTWARE;
        }
        var trained = MatchModel.read(model);
        try (var spark = LinkageSession.start(master, partitions)) {
            var written = new ResultFiles(spark, out, inParts);
            try {
                var settings = SparkDeduplication.Settings.in(written.work()).withPartSize(partSize);
                var result = new SparkDeduplication(spark, trained, settings, told()).run(source, columns, mapping);
                written.write(result, trained);
                tell(result.report());
                return result.report().rowsWithoutId() > 0 ? ROWS_LEFT_OUT : 0;
            } finally {
                written.removeWork();
            }
        }
    }

    private PersonSource source() throws IOException {
        if (files.isEmpty() == (jdbc == null)) {
            throw new CommandLine.ParameterException(spec.commandLine(), "Name files, or a table with --jdbc.");
        }
        if (jdbc == null) {
            return new PersonSource.Files(files, format == null ? formatOf(files.getFirst()) : format, multiLine);
        }
        var properties = new Properties();
        try (var in = Files.newBufferedReader(jdbc)) {
            properties.load(in);
        }
        var options = new HashMap<String, String>();
        properties.stringPropertyNames().forEach(name -> options.put(name, properties.getProperty(name)));
        return new PersonSource.Jdbc(options);
    }

    private static String formatOf(String file) {
        var name = file.toLowerCase(Locale.ROOT);
        return Stream.of("parquet", "orc", "json")
                .filter(format -> name.endsWith("." + format))
                .findFirst()
                .orElse(name.endsWith(".ndjson") ? "json" : "csv");
    }

    private Consumer<String> told() {
        var err = spec.commandLine().getErr();
        return stage -> {
            if (!quiet) {
                err.println(stage);
                err.flush();
            }
        };
    }

    private void tell(LinkageReport report) {
        var text = new StringBuilder(String.format(
                Locale.ROOT,
                "%,d records, %,d clusters, %,d comparisons, %,d pairs",
                report.records(),
                report.clusters(),
                report.comparisons(),
                report.pairsKept()));
        report.rules().stream()
                .filter(rule -> rule.overflows() > 0)
                .forEach(rule -> text.append(String.format(
                        Locale.ROOT,
                        "%n%s: %,d blocks above %d records were not opened",
                        rule.rule(),
                        rule.overflows(),
                        rule.cap())));
        report.cuts()
                .forEach(cut -> text.append(String.format(
                        Locale.ROOT,
                        "%na component of %,d records was cut at %.1f bits",
                        cut.records(),
                        cut.weight())));
        spec.commandLine().getOut().println(text);
    }
}
