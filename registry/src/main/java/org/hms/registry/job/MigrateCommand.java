package org.hms.registry.job;

import java.util.concurrent.Callable;
import org.hms.registry.store.DataDirectory;
import org.hms.registry.store.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Brings the database schema up to date without starting the service. */
@Command(
        name = "migrate",
        description = "Bring the database up to date; the service does the same when it starts.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  registry migrate --config /etc/registry/registry.yml"})
public final class MigrateCommand implements Callable<Integer> {

    @ParentCommand
    private RegistryCommand registry = new RegistryCommand();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var configuration = ConfigurationFile.read(registry.config());
        try (var directory = DataDirectory.claim(configuration.getDataDirectory());
                var database = Database.open(configuration.getDatabase(), directory.path())) {
            database.jdbi().useHandle(handle -> handle.execute("SELECT 1"));
            spec.commandLine().getOut().println("The database is up to date.");
        }
        return 0;
    }
}
