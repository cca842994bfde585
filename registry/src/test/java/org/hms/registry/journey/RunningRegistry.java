package org.hms.registry.journey;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import ca.uhn.fhir.rest.client.interceptor.BearerTokenAuthInterceptor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.hms.registry.RegistryApplication;
import org.hms.registry.RegistryConfiguration;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.access.TokenService;
import org.hms.registry.store.Database;
import org.hms.registry.store.DatabaseSettings;
import org.hms.registry.store.InstanceProperties;
import org.jdbi.v3.core.Jdbi;

/** The real service in this process, on free ports, with a real Postgres and the configuration that ships. */
public final class RunningRegistry implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIFE = Duration.ofHours(1);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Path configuration;
    private final Server server;
    private final TokenService tokens;
    private final Database database;

    private RunningRegistry(TestConfiguration.Wishes wishes) {
        this.configuration = TestConfiguration.write(wishes);
        this.server = start(configuration);
        this.tokens = TokenService.withKeyIn(wishes.data().resolve("keys"));
        this.database = Database.join(DatabaseSettings.EMBEDDED, wishes.data());
    }

    /** Starts on this data directory without people. */
    public static RunningRegistry on(Path data) {
        return new RunningRegistry(TestConfiguration.Wishes.of(data));
    }

    /** Starts and feeds the demonstration's people, and returns when they are all in. */
    static RunningRegistry withPeople(Path data, int count) {
        var registry = new RunningRegistry(TestConfiguration.Wishes.of(data).withPeople(count));
        var properties = new InstanceProperties(registry.database.jdbi());
        Eventually.until(
                "the people are loaded",
                Duration.ofMinutes(5),
                () -> properties.find("demo-people-loaded").isPresent());
        return registry;
    }

    private static Server start(Path configuration) {
        var real = new RegistryApplication();
        var started = new CompletableFuture<Server>();
        var observed = new Application<RegistryConfiguration>() {
            @Override
            public void initialize(Bootstrap<RegistryConfiguration> bootstrap) {
                real.initialize(bootstrap);
            }

            @Override
            public void run(RegistryConfiguration settings, Environment environment) {
                real.run(settings, environment);
                environment.lifecycle().addServerLifecycleListener(started::complete);
            }

            @Override
            protected void onFatalError(Throwable failure) {
                throw new IllegalStateException("The registry did not start", failure);
            }
        };
        try {
            observed.run("server", configuration.toString());
            return started.join();
        } catch (Exception e) {
            throw new IllegalStateException("The registry did not start", e);
        }
    }

    /** The configuration file it runs with, for commands. */
    public Path configuration() {
        return configuration;
    }

    public URI uri(String pathAndQuery) {
        return URI.create("http://127.0.0.1:" + port(0) + pathAndQuery);
    }

    URI adminUri(String path) {
        return URI.create("http://127.0.0.1:" + port(1) + path);
    }

    private int port(int connector) {
        return ((ServerConnector) server.getConnectors()[connector]).getLocalPort();
    }

    public String token(Caller caller) {
        return tokens.mint(caller, LIFE);
    }

    public String token(Role role) {
        return token(new Caller("test-" + role.code(), role));
    }

    /** A source system that feeds its own records. */
    public static Caller source(String id) {
        return new Caller("test-" + id, Role.SYSTEM, id, null, Caller.TREATMENT);
    }

    /** HAPI's client, speaking as this caller. */
    IGenericClient client(Caller caller) {
        var factory = FhirContext.forR4Cached().getRestfulClientFactory();
        factory.setServerValidationMode(ServerValidationModeEnum.NEVER);
        factory.setSocketTimeout(60_000);
        factory.setPoolMaxPerRoute(64);
        var client = factory.newGenericClient(uri("/fhir").toString());
        client.registerInterceptor(new BearerTokenAuthInterceptor(token(caller)));
        return client;
    }

    public HttpRequest.Builder request(String pathAndQuery, Caller caller) {
        return HttpRequest.newBuilder(uri(pathAndQuery))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token(caller));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return sendOnceMore(request.build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A refusal may close a connection that the client is about to use again; as other clients do, it then asks once more. */
    private HttpResponse<String> sendOnceMore(HttpRequest request) throws IOException, InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    public HttpResponse<String> get(String pathAndQuery, Caller caller) {
        return send(request(pathAndQuery, caller));
    }

    public static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(answer.body(), e);
        }
    }

    /** The registry's own database, for a look behind its back. */
    public Jdbi database() {
        return database.jdbi();
    }

    @Override
    public void close() {
        http.close();
        database.close();
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The registry did not stop", e);
        }
    }
}
