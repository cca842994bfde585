package org.hms.registry.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
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

/** Sends a file of mappings to the running service, which takes them as proposals for the lexicon. */
@Command(
        name = "propose-mappings",
        description = "Propose the mappings of an SSSOM file or a FHIR ConceptMap for the lexicon.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "FILE is SSSOM TSV (.tsv) or a ConceptMap in JSON (.json) or XML (.xml) whose source is the lexicon. Another",
            "person than the one named by --as reviews what was proposed; what the lexicon has is left alone.",
            "",
            "Examples:",
            "  registry propose-mappings mappings.sssom.tsv --as ana --dry-run",
            "  registry propose-mappings ConceptMap-lexicon-to-icd-10.json --as ana"
        })
public final class ProposeMappingsCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/api/v1/term-proposals/mappings";
    private static final int SHOWN = 100;

    @ParentCommand
    private RegistryCommand registry = new RegistryCommand();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "FILE", description = "The mappings, .tsv, .json or .xml.")
    private Path file = Path.of("");

    @Option(names = "--as", required = true, paramLabel = "NAME", description = "The coder who proposes.")
    private String author = "";

    @Option(names = "--dry-run", description = "Say what would become of each row; propose nothing.")
    private boolean dryRun;

    @Option(
            names = "--url",
            description = "The service (default: ${DEFAULT-VALUE}).",
            defaultValue = "http://localhost:8080")
    private URI url = URI.create("http://localhost:8080");

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Files.isRegularFile(file)) {
            spec.commandLine().getErr().println("There is no file " + file);
            return 1;
        }
        var keys = ConfigurationFile.read(registry.config()).getDataDirectory().resolve("keys");
        var token = TokenService.withKeyIn(keys).mint(new Caller(author, Role.CODER), Duration.ofHours(1));
        ServiceClient.Answer answer;
        try (var service = new ServiceClient(url, token)) {
            answer = service.send(
                    "POST",
                    PATH + "?dryRun=" + dryRun,
                    mediaType(file.toString()),
                    Files.readString(file, StandardCharsets.UTF_8));
        }
        var report = read(answer.body());
        if (!answer.ok()) {
            spec.commandLine().getErr().println(report.path("detail").asText("The service refused the file"));
            return 1;
        }
        output.print(report, text(report));
        return report.path("rejected").asInt() == 0 ? 0 : RegistryCommand.REJECTED_ROWS;
    }

    private static String mediaType(String name) {
        if (name.endsWith(".json")) {
            return "application/fhir+json";
        }
        return name.endsWith(".xml") ? "application/fhir+xml" : "text/tab-separated-values; charset=utf-8";
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }

    private static String text(JsonNode report) {
        var text = new StringBuilder("%d proposed, %d known, %d waiting, %d rejected"
                .formatted(
                        report.path("proposed").asInt(),
                        report.path("known").asInt(),
                        report.path("waiting").asInt(),
                        report.path("rejected").asInt()));
        if (report.path("dryRun").asBoolean()) {
            text.append("; nothing stored");
        }
        var shown = 0;
        for (var row : report.path("rows")) {
            if (row.path("outcome").asText().equals("REJECTED") && shown++ < SHOWN) {
                text.append("%n  rejected, %s %s: %s"
                        .formatted(
                                row.path("place").asText(),
                                row.path("concept").asText(),
                                row.path("reason").asText()));
            }
        }
        return text.toString();
    }
}
