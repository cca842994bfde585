package org.hms.registry.upkeep.remote;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hms.registry.careservice.Endpoint;
import org.hms.registry.territory.DirectoryType;
import org.hms.registry.territory.FixedRoll;
import org.hms.registry.upkeep.EndpointCheckSettings;
import org.hms.registry.upkeep.EndpointRound;
import org.hms.registry.upkeep.UpkeepStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Endpoints on this machine are tried, and nobody else is. */
final class EndpointRoundTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final DirectoryType KIND = new DirectoryType("urn:test:kind", "k", "k");

    private final Kept kept = new Kept();
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/broken") ? 503 : 401, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void whatAnswersWhateverItSaysIsThereAndAServersFaultIsNot() throws InterruptedException {
        assertThat(round(endpoint("a", at("/fhir")), endpoint("b", at("/broken"))))
                .isEqualTo(2);

        assertThat(kept.checks.get("a").answered()).isTrue();
        assertThat(kept.checks.get("a").at()).isEqualTo(NOW);
        assertThat(kept.checks.get("b").answered()).isFalse();
        assertThat(kept.checks.get("b").note()).contains("503").doesNotContain("127.0.0.1");
    }

    @Test
    void whoIsNotOnTheListIsNotTriedAndStaysUnchecked() throws InterruptedException {
        assertThat(round(endpoint("c", "https://fhir.example.org/"), endpoint("d", "not a url")))
                .isZero();
        assertThat(kept.checks).isEmpty();
    }

    @Test
    void whatNobodyListensAtFails() throws InterruptedException {
        var address = at("/");
        server.stop(0);

        round(endpoint("e", address));

        assertThat(kept.checks.get("e").answered()).isFalse();
    }

    private int round(Endpoint... endpoints) throws InterruptedException {
        var roll = new FixedRoll<Endpoint>(List.of(endpoints));
        try (var probe = new HttpEndpointProbe(EndpointCheckSettings.NEVER, true)) {
            return new EndpointRound(roll, kept, probe, InstantSource.fixed(NOW)).go();
        }
    }

    private String at(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private static Endpoint endpoint(String id, String address) {
        var connection = new Endpoint.Connection(KIND, List.of(KIND), List.of(), address);
        return new Endpoint(id, false, "active", List.of(), null, "f-1", connection, null, null);
    }

    /** Checks kept in memory; for tests only. */
    private static final class Kept implements UpkeepStore {
        private final Map<String, Check> checks = new LinkedHashMap<>();

        @Override
        public Map<String, Instant> attestations() {
            return Map.of();
        }

        @Override
        public Map<String, Check> checks() {
            return Map.copyOf(checks);
        }

        @Override
        public void add(String endpoint, Check check, String by) {
            checks.put(endpoint, check);
        }

        @Override
        public Set<String> placesWithServices() {
            return Set.of();
        }
    }
}
