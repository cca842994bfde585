package org.hms.registry.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.access.TokenService;
import org.hms.registry.job.remote.ServiceClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Sends a classification's file to the running service, which compiles and publishes it. */
@Command(
        name = "import",
        description = "Import a release of a classification into the running service.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "icd10 is a CSV with the columns code, code_0 to code_4, description and level;",
            "icd10claml is ICD-10 in ClaML, as WHO gives it out (XML);",
            "icd11 is WHO's simple tabulation of ICD-11 MMS as it is downloaded (zip);",
            "icd11axes are the axes of a release that was imported before: the entities of WHO's ICD API as JSON,",
            "an array or one a line, plain or gzipped, or a zip of such files.",
            "",
            "Examples:",
            "  registry import icd10 cie-10.csv --release 2018 --dry-run",
            "  registry import icd11 SimpleTabulation-ICD-11-MMS-es.zip --release 2026-01",
            "  registry import icd11axes entities.jsonl.gz --release 2026-01 --dry-run"
        })
public final class ImportCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParentCommand
    private RegistryCommand registry = new RegistryCommand();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** What can be imported. */
    enum Format {
        icd10("icd10"),
        icd10claml("icd10-claml"),
        icd11("icd11"),
        icd11axes("icd11-axes");

        private final String path;

        Format(String path) {
            this.path = path;
        }
    }

    @Parameters(index = "0", description = "Which classification: ${COMPLETION-CANDIDATES}.")
    private Format format = Format.icd10;

    @Parameters(index = "1", paramLabel = "FILE", description = "The file, of at most 64 MiB (axes once gzipped).")
    private Path file = Path.of("");

    @Option(names = "--release", required = true, description = "The release's name, such as 2018 or 2026-01.")
    private String release = "";

    @Mixin
    private Sending sending = new Sending();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws InterruptedException, IOException {
        if (!Files.isRegularFile(file)) {
            spec.commandLine().getErr().println("There is no file " + file);
            return 1;
        }
        var answer = send();
        if (!answer.ok()) {
            spec.commandLine().getErr().println("Refused: " + reason(answer));
            return 1;
        }
        var report = JSON.readTree(answer.body());
        var isAxes = format == Format.icd11axes;
        output.print(report, isAxes ? AxesImport.text(report) : text(report));
        return report.path("rejected").asInt() > 0 || !report.path("leftOut").isEmpty()
                ? RegistryCommand.REJECTED_ROWS
                : 0;
    }

    private ServiceClient.Answer send() throws InterruptedException, IOException {
        var keys = ConfigurationFile.read(registry.config()).getDataDirectory().resolve("keys");
        var importer = new Caller("registry-import", Role.ADMIN, null, null, "HSYSADMIN");
        var token = TokenService.withKeyIn(keys).mint(importer, Duration.ofHours(1));
        var path = "/api/v1/code-systems/" + format.path + "?release=" + ServiceClient.encode(release) + "&dryRun="
                + sending.dryRun();
        if (format == Format.icd11axes) {
            return AxesImport.packed(file, packed -> post(path, token, packed));
        }
        return post(path, token, file);
    }

    private ServiceClient.Answer post(String path, String token, Path sent) throws InterruptedException, IOException {
        try (var service = new ServiceClient(sending.url(), token);
                var bar = new ProgressBar("sending", Files.size(sent))) {
            return service.post(path, sent, bar::stepBy);
        }
    }

    private static String reason(ServiceClient.Answer answer) {
        try {
            return answer.status() + " "
                    + JSON.readTree(answer.body()).path("detail").asText(answer.body());
        } catch (JsonProcessingException e) {
            return Integer.toString(answer.status());
        }
    }

    private static String text(JsonNode report) {
        var lines = new ArrayList<String>();
        lines.add("%s release %s: %d read, %d accepted, %d rejected, %d adjusted; %s"
                .formatted(
                        report.path("system").asText(),
                        report.path("release").asText(),
                        report.path("read").asInt(),
                        report.path("accepted").asInt(),
                        report.path("rejected").asInt(),
                        report.path("adjusted").asInt(),
                        report.path("published").asBoolean() ? "published" : "nothing published"));
        addRows("rejected", report, lines);
        addRows("adjusted", report, lines);
        return String.join(System.lineSeparator(), lines);
    }

    private static void addRows(String kind, JsonNode report, List<String> lines) {
        var rows = report.path(kind + "Rows");
        for (var row : rows) {
            lines.add("  %s, line %d %s: %s"
                    .formatted(
                            kind,
                            row.path("line").asLong(),
                            row.path("code").asText(),
                            row.path("reason").asText()));
        }
        var more = report.path(kind).asInt() - rows.size();
        if (more > 0) {
            lines.add("  and " + more + " more " + kind);
        }
    }
}
