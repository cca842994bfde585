package org.hms.registry.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hms.matching.PersonMatcher;
import org.hms.matching.batch.ColumnMapping;
import org.hms.matching.batch.PersonFile;
import org.hms.matching.batch.Progress;
import org.hms.matching.batch.StartModel;
import org.hms.matching.chart.TrainingJson;
import org.hms.matching.chart.TrainingPage;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.score.MatchModel;
import org.hms.matching.table.PersonTable;
import org.hms.matching.train.ModelTrainer;
import org.hms.matching.train.Training;
import org.hms.matching.train.TrainingSettings;
import org.hms.registry.patient.store.JdbiPatientStore;
import org.hms.registry.store.Database;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Learns a linkage model without labels, from CSV files or from the records of the registry; changes neither. */
@Command(
        name = "train",
        description = {
            "Learn a linkage model without labels: from CSV files, or, when none are named, from the registry's records,",
            "which may go on running. The model in use is not changed; compare the two with: registry model diff"
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  registry train --out trained.yml --report training.html",
            "  registry train people.csv --columns columns.yml --out trained.yml"
        })
public final class TrainCommand implements Callable<Integer> {

    @ParentCommand
    private RegistryCommand registry = new RegistryCommand();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "CSV files of people.")
    private List<Path> files = List.of();

    @Option(
            names = "--columns",
            paramLabel = "FILE",
            description = "What the columns of the CSV files are (YAML); needed with FILE.")
    private @Nullable Path columns;

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description =
                    "The model to begin with (default: the registry's, or for CSV files one that fits their columns).")
    private @Nullable Path start;

    @Option(names = "--out", paramLabel = "FILE", description = "Where the trained model goes.", required = true)
    private Path out = Path.of("model.yml");

    @Option(names = "--report", paramLabel = "FILE", description = "Where the report goes, an HTML page.")
    private @Nullable Path report;

    @Option(names = "--seed", description = "Seed of the samples (default: ${DEFAULT-VALUE}).", defaultValue = "1")
    private long seed = 1;

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var training = files.isEmpty() ? ofTheRegistry() : ofFiles();
        training.model().write(out);
        if (report != null) {
            write(report, TrainingPage.of(training));
        }
        output.print(TrainingJson.values(training), text(training));
        return 0;
    }

    private Training ofFiles() {
        if (columns == null) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "Say what the columns of the files are: --columns FILE");
        }
        var mapping = ColumnMapping.read(columns);
        var table = PersonFile.read(files, mapping, Progress.NONE);
        return train(start == null ? StartModel.of(mapping, table.size()) : MatchModel.read(start), table);
    }

    private Training ofTheRegistry() {
        var configuration = ConfigurationFile.read(registry.config());
        var model = MatchModel.read(start == null ? configuration.getMatchModel() : start);
        var matcher = new PersonMatcher(model);
        var ids = new ArrayList<String>();
        var people = new ArrayList<ComparablePerson>();
        try (var database = Database.join(configuration.getDatabase(), configuration.getDataDirectory())) {
            new JdbiPatientStore(database.jdbi()).eachRecord(stored -> {
                if (stored.active()) {
                    ids.add(Integer.toString(ids.size()));
                    people.add(matcher.standardise(stored.demographics()));
                }
            });
        }
        return train(model, PersonTable.of(ids, people));
    }

    private Training train(MatchModel model, PersonTable table) {
        if (table.size() < 2) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "There are no two records to learn from; here there are " + table.size());
        }
        return new ModelTrainer(TrainingSettings.defaults(seed, table.size())).train(model, table);
    }

    private static void write(Path file, String page) {
        try {
            Files.writeString(file, page);
        } catch (IOException e) {
            throw new UncheckedIOException("The report cannot be written: " + file, e);
        }
    }

    private static String text(Training training) {
        var trained = training.report();
        var text = new StringBuilder("model %s, %s%nlearned from %,d people, prior %.3g, %,.0f matches expected"
                .formatted(
                        training.model().version(),
                        training.model().hash(),
                        trained.sizes().people(),
                        trained.prior().probability(),
                        trained.prior().expectedMatches()));
        trained.warnings()
                .forEach(warning ->
                        text.append(System.lineSeparator()).append("  ! ").append(warning));
        return text.toString();
    }
}
