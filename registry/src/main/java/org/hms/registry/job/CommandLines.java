package org.hms.registry.job;

import ch.qos.logback.classic.Level;
import io.dropwizard.logging.common.BootstrapLogging;
import picocli.CommandLine;

/** The command line with all its commands, and one way to fail: a sentence, not a stack of frames. */
public final class CommandLines {

    private CommandLines() {}

    public static CommandLine create() {
        BootstrapLogging.bootstrap(Level.WARN);
        return new CommandLine(new RegistryCommand())
                .addSubcommand(new ServeCommand())
                .addSubcommand(new MigrateCommand())
                .addSubcommand(new LoadCommand())
                .addSubcommand(new ReindexCommand())
                .addSubcommand(new TokenCommand())
                .addSubcommand(new MatchCommand())
                .addSubcommand(new EvaluateCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println(sentence(failure));
                    return CommandLine.ExitCode.SOFTWARE;
                });
    }

    private static String sentence(Throwable failure) {
        var text = new StringBuilder(String.valueOf(failure.getMessage()));
        for (var cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            text.append(System.lineSeparator()).append("  because: ").append(cause.getMessage());
        }
        return text.toString();
    }
}
