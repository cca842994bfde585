package org.hms.registry.job;

import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The registry's command line. Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done with rejected rows. */
@Command(
        name = "registry",
        mixinStandardHelpOptions = true,
        version = "HMS Registry 0.1.0",
        description = "Paraguay's master data and terminology registry.",
        footer = {
            "",
            "Examples:",
            "  registry serve",
            "  registry token --role steward",
            "  registry load people --count 20000 --seed 7",
            "  registry evaluate --json"
        })
public final class RegistryCommand implements Runnable {

    public static final int REJECTED_ROWS = 3;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "Configuration file (default: ${DEFAULT-VALUE}).",
            defaultValue = "${sys:registry.home:-.}/config/registry.yml",
            scope = CommandLine.ScopeType.INHERIT)
    private Path config = Path.of("config/registry.yml");

    Path config() {
        return config;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Name a command.");
    }
}
