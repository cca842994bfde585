package org.hms.registry.job;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import me.tongfei.progressbar.ProgressBar;
import org.hms.terminology.TerminologyService;
import org.hms.terminology.graph.MapHeader;
import org.hms.terminology.load.MapReading;
import org.hms.terminology.load.RowIssue;
import org.hms.terminology.load.SssomImporter;
import org.hms.terminology.load.WhoMapImporter;
import org.hms.terminology.system.MapLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Compiles maps between code systems beside the service. */
@Command(
        name = "import-maps",
        description = "Compile maps between code systems from WHO's files or SSSOM, and publish them.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "who is WHO's map between ICD-10 and ICD-11 as text, sssom a mapping set as TSV; either may be gzipped.",
            "A running service takes the maps in when it is told to (POST /api/v1/code-systems/reload) or starts.",
            "",
            "Examples:",
            "  registry import-maps who 10To11MapToOneCategory.txt --release 2024-01 --dry-run",
            "  registry import-maps sssom mondo_exactmatch_sctid.sssom.tsv --release 2026-08-04"
        })
public final class ImportMapsCommand implements Callable<Integer> {
    private static final String BASE = "https://registry.hms.gov.py/fhir/ConceptMap/";
    private static final int SHOWN = 20;
    private static final int GZIP = 0x1f8b;

    /** What can be imported. */
    enum Format {
        who,
        sssom
    }

    /** What came of one map; {@code published} is false after a dry run. */
    public record Report(
            String url,
            String source,
            String target,
            int accepted,
            int rejected,
            List<RowIssue> rejectedRows,
            boolean published) {
        public Report {
            rejectedRows = List.copyOf(rejectedRows);
        }
    }

    @ParentCommand
    private RegistryCommand registry = new RegistryCommand();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", description = "Which form: ${COMPLETION-CANDIDATES}.")
    private Format format = Format.who;

    @Parameters(index = "1", paramLabel = "FILE", description = "The file.")
    private Path file = Path.of("");

    @Option(names = "--release", required = true, description = "The release's name, such as 2024-01.")
    private String release = "";

    @Option(names = "--dry-run", description = "Read and report; publish nothing.")
    private boolean dryRun;

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(file)) {
            spec.commandLine().getErr().println("There is no file " + file);
            return 1;
        }
        List<MapReading> readings;
        try (var bar = new ProgressBar("reading", 1);
                var stream = open(file)) {
            readings = format == Format.who ? List.of(WhoMapImporter.read(stream)) : SssomImporter.read(stream);
            bar.step();
        }
        var reports = new ArrayList<Report>();
        for (var reading : readings) {
            reports.add(publish(reading));
        }
        output.print(
                reports,
                reports.stream().map(ImportMapsCommand::text).collect(Collectors.joining(System.lineSeparator())));
        return reports.stream().anyMatch(report -> report.rejected() > 0) ? RegistryCommand.REJECTED_ROWS : 0;
    }

    private Report publish(MapReading reading) throws IOException {
        var url = BASE + reading.name();
        var publishes = !dryRun && !reading.rows().isEmpty();
        if (publishes) {
            var data = ConfigurationFile.read(registry.config()).getDataDirectory();
            var header = new MapHeader(url, release, reading.name(), reading.source(), reading.target());
            try (var library = MapLibrary.open(TerminologyService.maps(data.resolve("terminology")))) {
                library.publish(header, reading.rows());
            }
        }
        return new Report(
                url,
                reading.source(),
                reading.target(),
                reading.rows().size(),
                reading.rejected().size(),
                reading.rejected().subList(0, Math.min(SHOWN, reading.rejected().size())),
                publishes);
    }

    private static InputStream open(Path file) throws IOException {
        var stream = new BufferedInputStream(Files.newInputStream(file));
        stream.mark(2);
        var isGzip = ((stream.read() << 8) | stream.read()) == GZIP;
        stream.reset();
        return isGzip ? new GZIPInputStream(stream) : stream;
    }

    private static String text(Report report) {
        var rejected = report.rejectedRows().stream()
                .map(row -> "%n  rejected, line %d %s: %s".formatted(row.line(), row.code(), row.reason()))
                .collect(Collectors.joining());
        return "%s: %,d mappings from %s to %s, %,d rejected; %s%s"
                .formatted(
                        report.url(),
                        report.accepted(),
                        report.source(),
                        report.target(),
                        report.rejected(),
                        report.published() ? "published" : "nothing published",
                        rejected);
    }
}
