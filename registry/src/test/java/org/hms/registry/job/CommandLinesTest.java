package org.hms.registry.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.access.TokenService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandLinesTest {

    @TempDir
    private Path home;

    private String configuration = "";

    @BeforeEach
    void configure() throws IOException {
        var file = home.resolve("registry.yml");
        Files.writeString(file, "dataDirectory: " + home.resolve("data") + "\n");
        configuration = file.toString();
    }

    /** How a command ended and what it said. */
    private record Ended(int code, String out, String err) {}

    private static Ended run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = CommandLines.create()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Ended(code, out.toString(), err.toString());
    }

    static Set<String> commands() {
        return CommandLines.create().getSubcommands().keySet();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theHelpOfEachCommandShowsAnExample(String command) {
        var help = run(command, "--help");

        assertThat(help.code()).isZero();
        assertThat(help.out()).contains("Example").contains("registry " + command);
    }

    @Test
    void theHelpNamesEveryCommand() {
        var help = run("--help");

        assertThat(help.code()).isZero();
        assertThat(help.out()).contains("Examples:").contains(commands());
    }

    @Test
    void withoutACommandTheUsageIsSaidAndTheExitCodeIsTwo() {
        assertThat(run().code()).isEqualTo(2);
        assertThat(run("dance").code()).isEqualTo(2);
    }

    private Caller verified(String token) {
        return TokenService.withKeyIn(home.resolve("data/keys")).verify(token.strip());
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void aTokenIsPrintedForEachRole(Role role) {
        var ended = run("token", "--role", role.code(), "--source", "ips", "--country", "BR", "-c", configuration);

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(verified(ended.out()).role()).isEqualTo(role);
    }

    @Test
    void aTokenSaysForWhichSourceAndWhyItIsUsed() {
        var ended = run(
                "token",
                "--role",
                "SYSTEM",
                "--source",
                "ips",
                "--subject",
                "sih",
                "--purpose",
                "ETREAT",
                "-c",
                configuration);

        assertThat(verified(ended.out())).isEqualTo(new Caller("sih", Role.SYSTEM, "ips", null, "ETREAT"));
    }

    @Test
    void asJsonATokenIsOneValue() throws IOException {
        var ended = run("token", "--role", "steward", "--days", "7", "--json", "-c", configuration);

        var json = new ObjectMapper().readTree(ended.out());
        assertThat(verified(json.path("token").asText()).role()).isEqualTo(Role.STEWARD);
        assertThat(json.path("days").asInt()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "token",
                "token --role king",
                "token --role system",
                "token --role partner",
                "token --role admin --days 0",
                "token --role admin --days 367",
                "load gold",
                "load people --count many",
                "match --given Ana"
            })
    void wrongUsageIsSaidInASentenceWithExitCodeTwo(String line) {
        var ended = run(line.split(" "));

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).isNotBlank().doesNotContain("\tat ");
        assertThat(ended.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere.yml", "broken.yml"})
    void aConfigurationThatCannotBeReadIsSaidInASentenceWithExitCodeOne(String name) throws IOException {
        Files.writeString(home.resolve("broken.yml"), "dataDirectory: [\n");

        var ended = run("token", "--role", "admin", "-c", home.resolve(name).toString());

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains(name).doesNotContain("\tat ");
    }

    @Test
    void aDryRunOfALoadSendsNothing() {
        var ended = run("load", "people", "--count", "50", "--dry-run");

        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("50 records would be sent");
    }

    @Test
    void whereNoServiceAnswersTheCommandSaysSo() {
        var ended =
                run("match", "--given", "Ana", "--family", "Vera", "--url", "http://127.0.0.1:1", "-c", configuration);

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err())
                .contains("No registry answers at http://127.0.0.1:1")
                .doesNotContain("\tat ");
    }
}
