package org.hms.registry.job;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.dropwizard.logging.common.BootstrapLogging;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** The command line with all its commands, and one way to fail: a sentence, not a stack of frames. */
public final class CommandLines {

    private CommandLines() {}

    public static CommandLine create() {
        BootstrapLogging.bootstrap(Level.WARN);
        quieten("org.apache.lucene.internal.vectorization");
        quieten("org.drools");
        return new CommandLine(new RegistryCommand())
                .addSubcommand(new ServeCommand())
                .addSubcommand(new RehearseCommand())
                .addSubcommand(new MigrateCommand())
                .addSubcommand(new LoadCommand())
                .addSubcommand(new BulkLoadCommand())
                .addSubcommand(new ImportCommand())
                .addSubcommand(new ImportCodesCommand())
                .addSubcommand(new ImportMapsCommand())
                .addSubcommand(new ImportFhirCommand())
                .addSubcommand(new ProposeMappingsCommand())
                .addSubcommand(new ReindexCommand())
                .addSubcommand(new VerifyCommand())
                .addSubcommand(new TokenCommand())
                .addSubcommand(new RetentionCommand())
                .addSubcommand(new MatchCommand())
                .addSubcommand(new EvaluateCommand())
                .addSubcommand(new TrainCommand())
                .addSubcommand(new ModelCommand())
                .addSubcommand(new DedupeCommand())
                .addSubcommand(new EncodeCommand())
                .addSubcommand(new LinkEncodedCommand())
                .addSubcommand(new ReconcileCommand())
                .addSubcommand(new CurateCommand())
                .addSubcommand(new ProposeCommand())
                .registerConverter(Path.class, CommandLines::typed)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println(sentence(failure));
                    return CommandLine.ExitCode.SOFTWARE;
                });
    }

    /** Paths start from where the command was typed; the launcher itself works from the registry's home. */
    private static Path typed(String path) {
        return Path.of(System.getProperty("registry.cwd", "")).resolve(path);
    }

    /** These warn about how they were packed, which is of no concern to whoever types a command. */
    private static void quieten(String logger) {
        if (LoggerFactory.getLogger(logger) instanceof Logger known) {
            known.setLevel(Level.ERROR);
        }
    }

    private static String sentence(Throwable failure) {
        var text = new StringBuilder(String.valueOf(failure.getMessage()));
        for (var cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            text.append(System.lineSeparator()).append("  because: ").append(cause.getMessage());
        }
        return text.toString();
    }
}
