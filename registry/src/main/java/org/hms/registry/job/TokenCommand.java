package org.hms.registry.job;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.access.TokenService;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Prints a bearer token signed with the installation's key. */
@Command(
        name = "token",
        description = "Print a bearer token.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  TOKEN=$(registry token --role system --source ips)"})
public final class TokenCommand implements Callable<Integer> {

    private static final int LONGEST_DAYS = 366;

    @ParentCommand
    private RegistryCommand registry = new RegistryCommand();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--role",
            required = true,
            description = "admin, steward, system, coder, partner, reader or auditor.")
    private String role = "";

    @Option(names = "--subject", description = "Who holds the token (default: the role's name).")
    private @Nullable String subject;

    @Option(names = "--source", description = "For the role system: the source system it feeds for.")
    private @Nullable String source;

    @Option(names = "--country", description = "For the role partner: the country, as BR, AR or BO.")
    private @Nullable String country;

    @Option(names = "--purpose", description = "Purpose of use (default: ${DEFAULT-VALUE}).", defaultValue = "TREAT")
    private String purpose = "TREAT";

    @Option(names = "--days", description = "Days until it expires (default: ${DEFAULT-VALUE}).", defaultValue = "30")
    private int days;

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var caller = new Caller(subject == null ? role : subject, role(), source, country, purpose);
        if (days < 1 || days > LONGEST_DAYS) {
            throw new CommandLine.ParameterException(spec.commandLine(), "A token lives for 1 to 366 days.");
        }
        var configuration = ConfigurationFile.read(registry.config());
        var token = TokenService.withKeyIn(configuration.getDataDirectory().resolve("keys"))
                .mint(caller, Duration.ofDays(days));
        output.print(Map.of("token", token, "role", caller.role().code(), "days", days), token);
        return 0;
    }

    private Role role() {
        List<String> known = Arrays.stream(Role.values()).map(Role::code).toList();
        var wanted = role.toLowerCase(Locale.ROOT);
        if (!known.contains(wanted)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "A role is one of " + String.join(", ", known));
        }
        if (wanted.equals("system") && source == null || wanted.equals("partner") && country == null) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "The role system needs --source, the role partner needs --country.");
        }
        return Arrays.stream(Role.values())
                .filter(one -> one.code().equals(wanted))
                .findFirst()
                .orElseThrow();
    }
}
