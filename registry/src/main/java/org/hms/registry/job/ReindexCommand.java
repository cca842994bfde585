package org.hms.registry.job;

import java.util.Map;
import java.util.concurrent.Callable;
import org.hms.registry.Foundation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Builds the candidate index anew from the database, or only says how the two differ. */
@Command(
        name = "reindex",
        description = "Build the indexes anew from the database (the service must be stopped).",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  registry reindex --dry-run --json"})
public final class ReindexCommand implements Callable<Integer> {

    @ParentCommand
    private RegistryCommand registry = new RegistryCommand();

    @Option(names = "--dry-run", description = "Change nothing; say how index and database differ.")
    private boolean dryRun;

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        try (var foundation = Foundation.open(ConfigurationFile.read(registry.config()))) {
            if (!dryRun) {
                foundation.follower().rebuild();
            }
            var scrub = foundation.follower().scrub();
            output.print(
                    Map.of(
                            "missing", scrub.missing(),
                            "superfluous", scrub.superfluous(),
                            "different", scrub.different()),
                    "missing %d, superfluous %d, different %d"
                            .formatted(scrub.missing(), scrub.superfluous(), scrub.different()));
            return scrub.clean() ? 0 : 1;
        }
    }
}
