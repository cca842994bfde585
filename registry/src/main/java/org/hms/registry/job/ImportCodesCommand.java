package org.hms.registry.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ProgressBar;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.access.TokenService;
import org.hms.registry.job.remote.ServiceClient;
import org.hms.terminology.TerminologyService;
import org.hms.terminology.graph.CompileIssues;
import org.hms.terminology.graph.GraphCompiler;
import org.hms.terminology.load.GraphFormat;
import org.hms.terminology.load.ReleaseName;
import org.hms.terminology.system.GraphLibrary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Compiles a large release beside the service, compares it with its source, publishes it, and tells the service. */
@Command(
        name = "import-codes",
        description = "Compile a release of SNOMED CT or another large code system, and publish it.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "snomed is a snapshot in release format 2, loinc the CSV files (with --release):",
            "the zip as it is downloaded or a folder. skos is a concept scheme (Turtle,",
            "N-Triples, RDF/XML), csv has the columns code, display, parent, inactive, display:LANGUAGE and",
            "properties (with --system and --release).",
            "The release is compiled here, on the machine of the service, into its data directory;",
            "a running service takes it in at once, another one when it starts.",
            "",
            "Examples:",
            "  registry import-codes snomed SnomedCT_InternationalRF2.zip --dry-run",
            "  registry import-codes snomed SnomedCT_InternationalRF2.zip --language es"
        })
public final class ImportCodesCommand implements Callable<Integer> {

    /** What came of an import; {@code published} is false after a dry run. */
    public record Report(
            String system,
            String version,
            int concepts,
            List<CompileIssues.Issue> leftOut,
            boolean published,
            boolean served) {
        public Report {
            leftOut = List.copyOf(leftOut);
        }
    }

    @ParentCommand
    private RegistryCommand registry = new RegistryCommand();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", description = "Which release: ${COMPLETION-CANDIDATES}.")
    private GraphFormat format = GraphFormat.SNOMED;

    @Parameters(index = "1", paramLabel = "FILE", description = "The release as file or folder.")
    private Path file = Path.of("");

    @Option(names = "--release", description = "The release's version, where its files do not say it.")
    private @Nullable String release;

    @Option(names = "--system", description = "The code system's URL, where its files do not say it.")
    private @Nullable String system;

    @Option(
            names = "--language",
            description = "The language in which concepts are shown (default: ${DEFAULT-VALUE}).",
            defaultValue = "en")
    private String language = "en";

    @Mixin
    private Sending sending = new Sending();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Files.exists(file)) {
            spec.commandLine().getErr().println("There is no file " + file);
            return 1;
        }
        Report report;
        try (var bar = new ProgressBar("reading", -1)) {
            report = load(bar);
        }
        if (report.published()) {
            report = new Report(
                    report.system(), report.version(), report.concepts(), report.leftOut(), true, tellService());
        }
        output.print(report, text(report));
        return 0;
    }

    private Report load(ProgressBar bar) throws IOException {
        LongConsumer progress = bar::stepBy;
        try (var source = format.open(file, new ReleaseName(system, release, language), progress)) {
            bar.maxHint(sending.dryRun() ? source.characters() : 2 * source.characters());
            var compiled = GraphCompiler.read(source);
            if (!sending.dryRun()) {
                bar.setExtraMessage("compiling and comparing");
                try (var library = GraphLibrary.open(graphs())) {
                    library.publish(compiled, source);
                }
            }
            return new Report(
                    compiled.header().url(),
                    compiled.header().version(),
                    compiled.concepts(),
                    compiled.issues(),
                    !sending.dryRun(),
                    false);
        }
    }

    private Path graphs() {
        return TerminologyService.graphs(data().resolve("terminology"));
    }

    private Path data() {
        return ConfigurationFile.read(registry.config()).getDataDirectory();
    }

    private boolean tellService() throws InterruptedException {
        var importer = new Caller("registry-import", Role.ADMIN, null, null, "HSYSADMIN");
        var token = TokenService.withKeyIn(data().resolve("keys")).mint(importer, Duration.ofHours(1));
        try (var service = new ServiceClient(sending.url(), token)) {
            return service.send("POST", "/api/v1/code-systems/reload", "application/json", "")
                    .ok();
        } catch (ServiceClient.ServiceUnreachable _) {
            return false;
        }
    }

    private static String text(Report report) {
        var leftOut = report.leftOut().stream()
                .map(issue -> "%n  left out %,d times, first %s: %s"
                        .formatted(issue.count(), issue.firstCode(), issue.reason()))
                .collect(Collectors.joining());
        var published = report.served() ? "published, the service has it" : "published, for the service's next start";
        return "%s version %s: %,d concepts; %s%s"
                .formatted(
                        report.system(),
                        report.version(),
                        report.concepts(),
                        report.published() ? published : "nothing published",
                        leftOut);
    }
}
