package org.hms.registry.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.access.TokenService;
import org.hms.registry.job.remote.ServiceClient;
import org.hms.registry.reconcile.FacilityListFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Sends proposals to the running service: a file of them, or the pairs that a reconciliation found. */
@Command(
        name = "propose",
        description = "Propose changes of facilities, from a CSV file or from the pairs of a reconciliation.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "FILE has the columns kind, facility, reason, name, type, ownership, district, health_region, latitude,",
            "longitude, phones, mspbs_code, absorbed, since. With --pairs, FILE is pairs.csv, whose left ids are ids or",
            "codes of this registry; matches are completed, rows of the list alone are proposed as new.",
            "",
            "Examples:",
            "  registry propose changes.csv --dry-run",
            "  registry propose pairs.csv --pairs --list B.csv --list-id mspbs_code --system urn:example:list-b"
        })
public final class ProposeCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/api/v1/facility-proposals";

    @ParentCommand
    private RegistryCommand registry = new RegistryCommand();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "FILE", description = "The proposals, or the pairs.")
    private Path file = Path.of("");

    @Option(names = "--pairs", description = "FILE is the pairs.csv of a reconciliation.")
    private boolean pairs;

    @Option(names = "--list", paramLabel = "LIST", description = "The list on the right of the pairs.")
    private @Nullable Path list;

    @Option(names = "--list-id", paramLabel = "COLUMN", description = "Column that names a row of it.")
    private @Nullable String listId;

    @Option(names = "--list-column", paramLabel = "KIND=COLUMN", description = "What another column of it holds.")
    private Map<String, String> listColumns = new LinkedHashMap<>();

    @Option(names = "--system", paramLabel = "URI", description = "The system in which its ids are codes.")
    private @Nullable String system;

    @Mixin
    private Sending sending = new Sending();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws InterruptedException, IOException {
        var files = list == null ? List.of(file) : List.of(file, list);
        if (!InputFiles.areThere(spec, files)) {
            return 1;
        }
        var answer = send();
        var body = body(answer);
        if (!answer.ok()) {
            spec.commandLine()
                    .getErr()
                    .println("Refused: " + answer.status() + " "
                            + body.path("detail").asText());
            return 1;
        }
        output.print(body, text(body));
        return body.path("outcomes").path("refused").asInt() > 0 ? RegistryCommand.REJECTED_ROWS : 0;
    }

    private ServiceClient.Answer send() throws InterruptedException, IOException {
        var keys = ConfigurationFile.read(registry.config()).getDataDirectory().resolve("keys");
        var steward = new Caller("registry-propose", Role.STEWARD);
        var token = TokenService.withKeyIn(keys).mint(steward, Duration.ofHours(1));
        var query = "?dryRun=" + sending.dryRun();
        try (var service = new ServiceClient(sending.url(), token)) {
            return pairs
                    ? service.send(
                            "POST", PATH + "/pairs" + query, "application/json", JSON.writeValueAsString(pairs()))
                    : service.send("POST", PATH + query, "text/csv;charset=utf-8", read(file));
        }
    }

    private Map<String, Object> pairs() throws IOException {
        if (list == null || listId == null || system == null) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "With --pairs name the list by --list, --list-id and --system");
        }
        return Map.of("pairs", read(file), "list", read(list), "id", listId, "columns", listColumns, "system", system);
    }

    private static String read(Path file) throws IOException {
        return FacilityListFile.text(Files.readAllBytes(file));
    }

    private static JsonNode body(ServiceClient.Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }

    private static String text(JsonNode report) {
        var lines = new ArrayList<String>();
        var outcomes = new ArrayList<String>();
        report.path("outcomes")
                .properties()
                .forEach(outcome -> outcomes.add(outcome.getValue().asText() + " " + outcome.getKey()));
        lines.add(report.path("rows").asInt() + " rows: " + String.join(", ", outcomes)
                + (report.path("dryRun").asBoolean() ? "; nothing was proposed" : ""));
        for (var row : report.path("report")) {
            if (row.path("outcome").asText().equals("refused")) {
                var reasons = new ArrayList<String>();
                row.path("reasons").forEach(reason -> reasons.add(reason.asText()));
                lines.add("  line %d: %s".formatted(row.path("line").asLong(), String.join("; ", reasons)));
            }
        }
        return String.join(System.lineSeparator(), lines);
    }
}
