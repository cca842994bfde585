package org.hms.registry.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.hms.matching.privacy.EncodedFile;
import org.hms.matching.privacy.link.EncodedLinkage;
import org.hms.matching.privacy.link.LinkReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds who of one encoded file is who of another, without the people and without the secret. */
@Command(
        name = "link-encoded",
        description = "Link two files that registry encode has made.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Both files carry the schema they were encoded under; different schemas or secrets are refused.",
            "Written to the folder: pairs.csv (left,right,similarity,margin) and report.json.",
            "Without --threshold the schema's is used; where that says auto, it is chosen from the two files,",
            "which is right as long as neither holds a person twice.",
            "",
            "Example:",
            "  registry link-encoded ours.csv theirs.csv --out result"
        })
public final class LinkEncodedCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "A", description = "An encoded file.")
    private Path left = Path.of("");

    @Parameters(index = "1", paramLabel = "B", description = "The encoded file of the partner.")
    private Path right = Path.of("");

    @Option(names = "--threshold", paramLabel = "S", description = "Link from this similarity on, 0 to 1.")
    private @Nullable Double threshold;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for the results.")
    private Path out = Path.of("");

    @Option(names = "--quiet", description = "Show no progress bar.")
    private boolean quiet;

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws IOException {
        for (var file : List.of(left, right)) {
            if (!Files.isRegularFile(file)) {
                spec.commandLine().getErr().println("There is no file " + file);
                return 1;
            }
        }
        if (threshold != null && !(threshold >= 0 && threshold <= 1)) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--threshold lies between 0 and 1");
        }
        try (var progress = new DedupeProgress(!quiet)) {
            var given = threshold == null ? OptionalDouble.empty() : OptionalDouble.of(threshold);
            var result = new EncodedLinkage(given, progress).link(EncodedFile.read(left), EncodedFile.read(right));
            Files.createDirectories(out);
            result.write(out.resolve("pairs.csv"));
            var report = result.report();
            new ObjectMapper()
                    .writerWithDefaultPrettyPrinter()
                    .writeValue(out.resolve("report.json").toFile(), report);
            output.print(report, text(report));
            return 0;
        }
    }

    private String text(LinkReport report) {
        var text = String.format(
                Locale.ROOT,
                "%,d and %,d records, %,d comparisons, %,d links from similarity %.3f on (%s), of which %.1f %% are"
                        + " expected to be right; see %s",
                report.left(),
                report.right(),
                report.compared().comparisons(),
                report.links(),
                report.threshold(),
                report.thresholdFrom(),
                100 * report.expectedPrecision(),
                out.resolve("pairs.csv"));
        return text
                + warning(report.ambiguous(), "pairs were not linked, since their second best is too near")
                + warning(report.compared().withoutCandidate(), "records were compared with nobody")
                + warning(
                        report.compared().overflowBlocks(),
                        "blocks lay above the cap and were not opened; other samples may have compared their records");
    }

    private static String warning(long count, String what) {
        return count == 0 ? "" : System.lineSeparator() + String.format(Locale.ROOT, "%,d %s", count, what);
    }
}
