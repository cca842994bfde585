package org.hms.registry.job;

import java.nio.file.Path;
import org.hms.matching.score.MatchModel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Looks at linkage models, and corrects one by labels into a new file; changes none in place. */
@Command(
        name = "model",
        description =
                "Look at linkage models: show one, say in what two differ, check a file, or correct one by labels.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ModelShowCommand.class,
            ModelDiffCommand.class,
            ModelValidateCommand.class,
            ModelCalibrateCommand.class
        },
        footer = {"", "Example:", "  registry model diff config/match-model.yml trained.yml"})
public final class ModelCommand implements Runnable {

    @ParentCommand
    private RegistryCommand registry = new RegistryCommand();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** The file named, or the model that the registry is configured with. */
    MatchModel read(@Nullable Path file) {
        return MatchModel.read(
                file == null ? ConfigurationFile.read(registry.config()).getMatchModel() : file);
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Name one of: show, diff, validate, calibrate.");
    }
}
