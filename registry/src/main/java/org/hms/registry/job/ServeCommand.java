package org.hms.registry.job;

import java.util.concurrent.Callable;
import org.hms.registry.RegistryApplication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Starts the service and stays until it is told to stop. */
@Command(
        name = "serve",
        description = "Start the service.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  registry serve --config /etc/registry/registry.yml"})
public final class ServeCommand implements Callable<Integer> {

    @ParentCommand
    private RegistryCommand registry = new RegistryCommand();

    @Option(names = "--end-with-parent", description = "Stop when the process that started this one ends.")
    private boolean endWithParent;

    @Override
    public Integer call() throws Exception {
        if (endWithParent) {
            ProcessHandle.current()
                    .parent()
                    .ifPresent(parent ->
                            parent.onExit().thenRun(() -> Runtime.getRuntime().exit(0)));
        }
        new RegistryApplication().run("server", registry.config().toString());
        Thread.currentThread().join();
        return 0;
    }
}
