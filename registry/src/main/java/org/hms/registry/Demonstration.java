package org.hms.registry;

import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import me.tongfei.progressbar.ProgressBar;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.access.TokenService;
import org.hms.registry.job.remote.PeopleLoader;
import org.hms.registry.job.remote.ServiceClient;
import org.hms.registry.store.InstanceProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a newcomer is given at the start: a token for each role, and synthetic people, fed as any source feeds. */
final class Demonstration {

    private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);
    private static final String PEOPLE_LOADED = "demo-people-loaded";
    private static final Duration TOKEN_LIFE = Duration.ofDays(30);

    private final RegistryConfiguration.Demo settings;
    private final TokenService tokens;
    private final InstanceProperties properties;
    private final PrintStream out;

    Demonstration(
            RegistryConfiguration.Demo settings, TokenService tokens, InstanceProperties properties, PrintStream out) {
        this.settings = settings;
        this.tokens = tokens;
        this.properties = properties;
        this.out = out;
    }

    /** Prints the tokens, the administrator's first, and feeds the people if that was not done before. */
    void begin(URI service) {
        out.println("The registry answers at " + service + "  (interface: " + service.resolve("/api") + ")");
        out.println("Demonstration tokens, valid for 30 days:");
        callers().forEach(caller -> out.printf("  %-8s %s%n", caller.role().code(), tokens.mint(caller, TOKEN_LIFE)));
        var load = settings.people() + " people of seed " + settings.seed();
        if (settings.people() > 0
                && !properties.find(PEOPLE_LOADED).filter(load::equals).isPresent()) {
            Thread.ofPlatform().name("demo-people").daemon().start(() -> loadPeople(service, load));
        } else {
            out.println("Ready.");
        }
    }

    private static List<Caller> callers() {
        return List.of(
                new Caller("demo-admin", Role.ADMIN),
                new Caller("demo-steward", Role.STEWARD),
                new Caller("demo-his", Role.SYSTEM, "mspbs-his", null, Caller.TREATMENT),
                new Caller("demo-coder", Role.CODER),
                new Caller("demo-partner", Role.PARTNER, null, "BR", Caller.TREATMENT),
                new Caller("demo-reader", Role.READER),
                new Caller("demo-auditor", Role.AUDITOR));
    }

    private void loadPeople(URI service, String load) {
        var token = tokens.mint(new Caller("demo-admin", Role.ADMIN), Duration.ofHours(1));
        try {
            var loaded = feed(service, token);
            if (loaded.refused() == 0) {
                properties.put(PEOPLE_LOADED, load);
                out.println("Ready: " + loaded.accepted() + " source records.");
            } else {
                LOG.error(
                        "{} of the synthetic people were refused; they are tried again at the next start",
                        loaded.refused());
            }
        } catch (InterruptedException | ServiceClient.ServiceUnreachable e) {
            LOG.info("The service stopped while synthetic people were fed; the rest comes at the next start");
        }
    }

    private PeopleLoader.Loaded feed(URI service, String token) throws InterruptedException {
        try (var client = new ServiceClient(service, token);
                var bar = new ProgressBar("synthetic people", settings.people())) {
            return new PeopleLoader(client).load(settings.seed(), settings.people(), bar::step);
        }
    }
}
