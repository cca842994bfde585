package org.hms.registry;

import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.hms.registry.careservice.Endpoint;
import org.hms.registry.territory.store.JdbiDirectoryRoll;
import org.hms.registry.upkeep.EndpointCheckSettings;
import org.hms.registry.upkeep.EndpointRound;
import org.hms.registry.upkeep.remote.HttpEndpointProbe;
import org.hms.registry.upkeep.store.JdbiUpkeepStore;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rounds in which the registry tries endpoints, where the configuration wants them. */
final class EndpointChecks implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EndpointChecks.class);
    private static final long FIRST_MINUTES = 1;

    private final HttpEndpointProbe probe;
    private final EndpointRound round;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("endpoint-checks").factory());

    EndpointChecks(Jdbi jdbi, EndpointCheckSettings settings, boolean demonstration, InstantSource clock) {
        this.probe = new HttpEndpointProbe(settings, demonstration);
        this.round = new EndpointRound(
                new JdbiDirectoryRoll<>(jdbi, Endpoint.class), new JdbiUpkeepStore(jdbi), probe, clock);
        if (settings.everyHours() > 0) {
            thread.scheduleWithFixedDelay(
                    this::go, FIRST_MINUTES, TimeUnit.HOURS.toMinutes(settings.everyHours()), TimeUnit.MINUTES);
        }
    }

    private void go() {
        try {
            LOG.info("{} endpoints checked", round.go());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("The endpoints could not be checked; the next round tries again", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        probe.close();
    }
}
