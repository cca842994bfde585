package org.hms.registry.job;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.access.TokenService;
import org.hms.registry.job.remote.PeopleLoader;
import org.hms.registry.job.remote.ServiceClient;
import org.hms.seed.people.Population;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Loads data into a running service through its own interfaces. */
@Command(
        name = "load",
        description = "Load synthetic people into the running service.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  registry load people --count 20000 --seed 7"})
public final class LoadCommand implements Callable<Integer> {

    @ParentCommand
    private RegistryCommand registry = new RegistryCommand();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** What can be loaded. */
    enum What {
        people
    }

    @Parameters(index = "0", description = "What to load: ${COMPLETION-CANDIDATES}.")
    private What what = What.people;

    @Mixin
    private PeopleOptions people = new PeopleOptions();

    @Mixin
    private Sending sending = new Sending();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws InterruptedException {
        if (sending.dryRun()) {
            try (var records = Population.of(people.seed, people.count).records()) {
                long count = records.count();
                output.print(Map.of("records", count), count + " records would be sent");
            }
            return 0;
        }
        var keys = ConfigurationFile.read(registry.config()).getDataDirectory().resolve("keys");
        var loader = new Caller("registry-load", Role.ADMIN, null, null, "HSYSADMIN");
        var token = TokenService.withKeyIn(keys).mint(loader, Duration.ofHours(12));
        var loaded = load(token);
        output.print(
                Map.of("accepted", loaded.accepted(), "refused", loaded.refused()),
                "%d accepted, %d refused".formatted(loaded.accepted(), loaded.refused()));
        if (loaded.refused() > 0) {
            spec.commandLine().getErr().println("First refusal: " + Objects.requireNonNull(loaded.firstRefusal()));
            return RegistryCommand.REJECTED_ROWS;
        }
        return 0;
    }

    private PeopleLoader.Loaded load(String token) throws InterruptedException {
        try (var service = new ServiceClient(sending.url(), token);
                var bar = new ProgressBar("people", people.count)) {
            return new PeopleLoader(service).load(people.seed, people.count, bar::step);
        }
    }
}
