package org.hms.registry.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hms.registry.reconcile.FacilityListFile;
import org.hms.registry.reconcile.InvalidFacilityList;
import org.hms.registry.reconcile.ListedFacility;
import org.hms.registry.reconcile.PairsFile;
import org.hms.registry.reconcile.Reconciliation;
import org.hms.registry.reconcile.ReconciliationReport;
import org.hms.registry.reconcile.ReconciliationResult;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds which facilities of one list are which of another, or which rows of one list look like one facility. */
@Command(
        name = "reconcile",
        description = "Reconcile two lists of facilities, or find the twins within one.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Written to the folder: pairs.csv (left,right,decision,score,reasons) and report.json.",
            "A decision is match, review (a steward looks) or none (the row has no counterpart).",
            "",
            "Examples:",
            "  registry reconcile A.csv B.csv --left-id seed_id --right-id mspbs_code --out result",
            "  registry reconcile --within C.csv --left-id seed_id --out twins"
        })
public final class ReconcileCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..2", paramLabel = "LIST", description = "The left and the right list.")
    private List<Path> lists = new ArrayList<>();

    @Option(names = "--within", paramLabel = "LIST", description = "One list, to find its twins.")
    private @Nullable Path within;

    @Option(
            names = {"--left-id", "--id"},
            required = true,
            paramLabel = "COLUMN",
            description = "Column that names a row of the left list, or of the one list.")
    private String leftId = "";

    @Option(names = "--right-id", paramLabel = "COLUMN", description = "The same of the right list.")
    private @Nullable String rightId;

    @Option(
            names = "--left-column",
            paramLabel = "KIND=COLUMN",
            description = "What another column of the left list holds, such as name=NOMBRE.")
    private Map<String, String> leftColumns = new LinkedHashMap<>();

    @Option(names = "--right-column", paramLabel = "KIND=COLUMN", description = "The same of the right list.")
    private Map<String, String> rightColumns = new LinkedHashMap<>();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for the results.")
    private Path out = Path.of("");

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws IOException {
        requireOneOrTwo();
        var files = within == null ? lists : List.of(within);
        if (!InputFiles.areThere(spec, files)) {
            return 1;
        }
        var result = result(files);
        Files.createDirectories(out);
        var pairs = out.resolve("pairs.csv");
        try (var writer = Files.newBufferedWriter(pairs)) {
            PairsFile.write(result.pairs(), writer);
        }
        var report = ReconciliationReport.of(result);
        new ObjectMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValue(out.resolve("report.json").toFile(), report);
        output.print(report, text(report, pairs));
        return 0;
    }

    private void requireOneOrTwo() {
        boolean two = within == null && lists.size() == 2 && rightId != null;
        boolean one = within != null && lists.isEmpty() && rightId == null;
        if (!two && !one) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "Name two lists with --left-id and --right-id, or one with --within and --left-id");
        }
    }

    private ReconciliationResult result(List<Path> files) throws IOException {
        var reconciliation = Reconciliation.withShippedModel();
        var left = read(files.getFirst(), leftId, leftColumns);
        return rightId == null
                ? reconciliation.within(left)
                : reconciliation.between(left, read(files.getLast(), rightId, rightColumns));
    }

    private static List<ListedFacility> read(Path file, String id, Map<String, String> columns) throws IOException {
        try {
            return FacilityListFile.read(FacilityListFile.text(Files.readAllBytes(file)), id, columns);
        } catch (InvalidFacilityList e) {
            throw new IllegalArgumentException(file + " cannot be read", e);
        }
    }

    private String text(ReconciliationReport report, Path pairs) {
        return within == null
                ? String.format(
                        Locale.ROOT,
                        "%,d and %,d facilities: %,d match, %,d are for review, %,d and %,d stay alone; see %s",
                        report.left(),
                        report.right(),
                        report.matches(),
                        report.reviews(),
                        report.leftAlone(),
                        report.rightAlone(),
                        pairs)
                : String.format(
                        Locale.ROOT,
                        "%,d facilities, %,d pairs that look like one; see %s",
                        report.left(),
                        report.reviews(),
                        pairs);
    }
}
