package org.hms.registry.upkeep;

import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.hms.registry.careservice.Endpoint;
import org.hms.registry.territory.DirectoryRoll;
import org.hms.registry.territory.Published;
import org.hms.registry.upkeep.UpkeepStore.Check;

/**
 * Goes round the endpoints that stand and may be tried, those that were never tried or longest ago first, and keeps what came of
 * it. A round ends after a time; the next one goes on with the others.
 */
public final class EndpointRound {

    /** Who checked, in the list of checks. */
    static final String REGISTRY = "registry";

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final DirectoryRoll<Endpoint> endpoints;
    private final UpkeepStore store;
    private final EndpointProbe probe;
    private final InstantSource clock;

    public EndpointRound(
            DirectoryRoll<Endpoint> endpoints, UpkeepStore store, EndpointProbe probe, InstantSource clock) {
        this.endpoints = endpoints;
        this.store = store;
        this.probe = probe;
        this.clock = clock;
    }

    /** Tells how many were tried. */
    public int go() throws InterruptedException {
        var end = clock.instant().plus(LONGEST);
        int tried = 0;
        for (var endpoint : inTurn()) {
            if (clock.instant().isAfter(end)) {
                break;
            }
            var failure = probe.failure(endpoint.connection().address());
            var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            store.add(endpoint.id(), new Check(at, failure.isEmpty(), failure.orElse(null)), REGISTRY);
            tried++;
        }
        return tried;
    }

    private List<Endpoint> inTurn() {
        var checks = store.checks();
        return endpoints.all().stream()
                .map(Published::content)
                .filter(endpoint -> !endpoint.withdrawn() && endpoint.active())
                .filter(endpoint -> probe.allows(endpoint.connection().address()))
                .sorted(Comparator.comparing(
                        (Endpoint endpoint) -> checks.get(endpoint.id()),
                        Comparator.nullsFirst(Comparator.comparing(Check::at))))
                .toList();
    }
}
