package org.hms.registry.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ProgressBar;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.access.TokenService;
import org.hms.registry.job.remote.CanonicalUpload;
import org.hms.registry.job.remote.CanonicalUpload.Outcome;
import org.hms.registry.job.remote.ServiceClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Stores the terminology of FHIR packages in the running service, or of files with one resource each. */
@Command(
        name = "import-fhir",
        description = "Store the code systems, value sets and concept maps of FHIR packages.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A package is the .tgz of a FHIR registry; what stands directly in its folder package/ is read.",
            "A resource is known by URL and version: what the service has alike is left alone, what differs",
            "becomes its next version. With --dry-run the service is asked, and nothing is stored.",
            "",
            "Examples:",
            "  registry import-fhir hl7.terminology.r4.tgz --dry-run",
            "  registry import-fhir ValueSet-colours.json ConceptMap-colours.json"
        })
public final class ImportFhirCommand implements Callable<Integer> {
    private static final int SHOWN = 100;

    /** A resource that was not stored, and why. */
    public record Rejected(String file, String type, String reason) {}

    /** What came of the files; with {@code dryRun}, what would come of them. */
    public record Report(boolean dryRun, Map<Outcome, Integer> resources, List<Rejected> rejected) {
        public Report {
            resources = Map.copyOf(resources);
            rejected = List.copyOf(rejected);
        }
    }

    @ParentCommand
    private RegistryCommand registry = new RegistryCommand();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "A package (.tgz) or a resource (.json).")
    private List<Path> files = List.of();

    @Mixin
    private Sending sending = new Sending();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var entries = new ArrayList<FhirPackageFile.Entry>();
        for (var file : files) {
            if (!Files.isRegularFile(file)) {
                spec.commandLine().getErr().println("There is no file " + file);
                return 1;
            }
            entries.addAll(FhirPackageFile.read(file));
        }
        var report = store(entries);
        output.print(report, text(report));
        return report.rejected().isEmpty() ? 0 : RegistryCommand.REJECTED_ROWS;
    }

    private Report store(List<FhirPackageFile.Entry> entries) throws InterruptedException {
        var importer = new Caller("registry-import", Role.ADMIN, null, null, "HSYSADMIN");
        var keys = ConfigurationFile.read(registry.config()).getDataDirectory().resolve("keys");
        var token = TokenService.withKeyIn(keys).mint(importer, Duration.ofHours(1));
        var outcomes = new EnumMap<Outcome, Integer>(Outcome.class);
        var rejected = new ArrayList<Rejected>();
        try (var service = new ServiceClient(sending.url(), token);
                var bar = new ProgressBar("storing", entries.size())) {
            var upload = new CanonicalUpload(service, sending.dryRun());
            for (var entry : entries) {
                var result = upload.upload(entry.json());
                outcomes.merge(result.outcome(), 1, Integer::sum);
                if (result.outcome() == Outcome.REJECTED) {
                    rejected.add(new Rejected(entry.name(), result.type(), result.reason()));
                }
                bar.step();
            }
        }
        return new Report(sending.dryRun(), outcomes, rejected);
    }

    private static String text(Report report) {
        var counts = Map.of(
                Outcome.CREATED, "new",
                Outcome.UPDATED, "changed",
                Outcome.UNCHANGED, "unchanged",
                Outcome.PASSED_OVER, "of other types",
                Outcome.REJECTED, "rejected");
        var summary = List.of(Outcome.values()).stream()
                .map(outcome -> "%,d %s".formatted(report.resources().getOrDefault(outcome, 0), counts.get(outcome)))
                .collect(Collectors.joining(", "));
        var rejected = report.rejected().stream()
                .limit(SHOWN)
                .map(one -> "%n  rejected, %s: %s".formatted(one.file(), one.reason()))
                .collect(Collectors.joining());
        return summary + (report.dryRun() ? "; nothing stored" : "") + rejected;
    }
}
