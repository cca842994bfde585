package org.hms.registry.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.access.TokenService;
import org.hms.registry.job.remote.ServiceClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Asks the running service who a person may be, and prints why. */
@Command(
        name = "match",
        description = "Ask the running service who a person may be.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  registry match --given \"María Elena\" --family \"Benítez Vera\" --birth-date 1990-03-01"
        })
public final class MatchCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParentCommand
    private RegistryCommand registry = new RegistryCommand();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--given", required = true, description = "Given names.")
    private String given = "";

    @Option(names = "--family", required = true, description = "Family names, father's first.")
    private String family = "";

    @Option(names = "--birth-date", description = "YYYY, YYYY-MM or YYYY-MM-DD.")
    private @Nullable String birthDate;

    @Option(names = "--sex", description = "female or male.")
    private @Nullable String sex;

    @Option(names = "--identifier", paramLabel = "SYSTEM|VALUE", description = "An identifier; may be repeated.")
    private List<String> identifiers = List.of();

    @Option(
            names = "--url",
            description = "The service (default: ${DEFAULT-VALUE}).",
            defaultValue = "http://localhost:8080")
    private URI url = URI.create("http://localhost:8080");

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws InterruptedException, JsonProcessingException {
        var keys = ConfigurationFile.read(registry.config()).getDataDirectory().resolve("keys");
        var caller = new Caller("registry-match", Role.STEWARD, null, null, "HOPERAT");
        try (var service = new ServiceClient(url, TokenService.withKeyIn(keys).mint(caller, Duration.ofMinutes(5)))) {
            var answer = service.send(
                    "POST", "/fhir/Patient/$match", "application/fhir+json", JSON.writeValueAsString(patient()));
            if (!answer.ok()) {
                spec.commandLine().getErr().println(answer.body());
                return 1;
            }
            var bundle = JSON.readTree(answer.body());
            output.print(bundle, text(bundle));
            return 0;
        }
    }

    private ObjectNode patient() {
        var patient = JSON.createObjectNode().put("resourceType", "Patient");
        var name = patient.putArray("name").addObject().put("family", family);
        var parts = name.putArray("given");
        for (var part : given.strip().split("\\s+")) {
            parts.add(part);
        }
        if (birthDate != null) {
            patient.put("birthDate", birthDate);
        }
        if (sex != null) {
            patient.put("gender", sex);
        }
        for (var identifier : identifiers) {
            int bar = identifier.lastIndexOf('|');
            patient.withArray("identifier")
                    .addObject()
                    .put("system", identifier.substring(0, Math.max(0, bar)))
                    .put("value", identifier.substring(bar + 1));
        }
        return patient;
    }

    private static String text(JsonNode bundle) {
        var lines = new ArrayList<String>();
        for (var entry : bundle.path("entry")) {
            var search = entry.path("search");
            lines.add(String.format(
                    Locale.ROOT,
                    "%s  %-14s %.4f",
                    entry.path("resource").path("id").asText(),
                    search.path("extension").path(0).path("valueCode").asText(),
                    search.path("score").asDouble()));
            for (var step : search.path("extension").path(1).path("extension")) {
                lines.add("    " + step(step));
            }
        }
        return lines.isEmpty() ? "Nobody comes near." : String.join(System.lineSeparator(), lines);
    }

    private static String step(JsonNode step) {
        var name = step.path("url").asText();
        if (name.equals("part")) {
            var parts = step.path("extension");
            return String.format(
                    Locale.ROOT,
                    "%-16s %-28s %+8.2f bits",
                    parts.path(0).path("valueCode").asText(),
                    parts.path(1).path("valueCode").asText(),
                    parts.path(2).path("valueDecimal").asDouble());
        }
        if (name.equals("rule")) {
            var parts = step.path("extension");
            return parts.path(0).path("valueCode").asText() + " "
                    + parts.path(1).path("valueString").asText();
        }
        return step.has("valueDecimal")
                ? String.format(
                        Locale.ROOT,
                        "%-45s %+8.2f bits",
                        name,
                        step.path("valueDecimal").asDouble())
                : name + " " + step.path("valueReference").path("reference").asText();
    }
}
