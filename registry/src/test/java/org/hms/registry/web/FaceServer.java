package org.hms.registry.web;

import ca.uhn.fhir.context.FhirContext;
import io.dropwizard.core.Application;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.setup.Environment;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.access.TokenService;
import org.hms.registry.fhir.FhirEndpoint;
import org.hms.registry.fhir.FhirFace;
import org.hms.registry.fhir.FhirSettings;

/** Both faces on real HTTP, with one resource type in memory and one small native resource; for tests only. */
public final class FaceServer implements AutoCloseable {
    private static final String CONFIGURATION = """
        server:
          applicationConnectors: [{type: http, port: 0, bindHost: 127.0.0.1}]
          adminConnectors: [{type: http, port: 0, bindHost: 127.0.0.1}]
          requestLog: {appenders: []}
        logging: {level: "OFF", appenders: []}
        """;

    private final MemoryBasics basics = new MemoryBasics();
    private final HttpClient client = HttpClient.newHttpClient();
    private final CompletableFuture<Server> started = new CompletableFuture<>();
    private final List<FhirEndpoint> endpoints;
    private final TokenService tokens;
    private final Server server;

    private FaceServer(Path directory, List<FhirEndpoint> more) {
        this.endpoints =
                Stream.concat(Stream.of(basics.endpoint()), more.stream()).toList();
        this.tokens = TokenService.withKeyIn(directory);
        this.server = start(directory);
    }

    public static FaceServer startIn(Path directory, FhirEndpoint... more) {
        return new FaceServer(directory, List.of(more));
    }

    public MemoryBasics basics() {
        return basics;
    }

    public String token(Role role) {
        return tokens.mint(new Caller("test", role), Duration.ofHours(1));
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port(0) + path);
    }

    public URI adminUri(String path) {
        return URI.create("http://127.0.0.1:" + port(1) + path);
    }

    /** A request as a steward; the caller adds method, body and headers. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + token(Role.STEWARD));
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(headers.length == 0 ? request(path) : request(path).headers(headers));
    }

    public HttpResponse<String> post(String path, String contentType, byte[] body, String... headers) {
        var request = request(path).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.header("Content-Type", contentType));
    }

    /** Sends a request line as it stands, which no well-behaved client would, and gives the whole answer. */
    public String sendRaw(String target) {
        try (var socket = new Socket("127.0.0.1", port(0))) {
            var request =
                    "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nAuthorization: Bearer "
                            + token(Role.STEWARD) + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return sendOnceMore(request.build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A refusal may close a connection that the client is about to use again; as other clients do, it then asks once more. */
    private HttpResponse<String> sendOnceMore(HttpRequest request) throws IOException, InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    int port(int connector) {
        return ((ServerConnector) server.getConnectors()[connector]).getLocalPort();
    }

    private Server start(Path directory) {
        try {
            var file = Files.writeString(directory.resolve("faces.yml"), CONFIGURATION);
            new TestApplication().run("server", file.toString());
            return started.get();
        } catch (Exception e) {
            throw new IllegalStateException("The faces did not start", e);
        }
    }

    @Override
    public void close() {
        client.close();
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The faces did not stop", e);
        }
    }

    private final class TestApplication extends Application<Configuration> {
        @Override
        public void run(Configuration configuration, Environment environment) {
            var settings = new FhirSettings(1 << 20, 5, 50, null, "Faces under test", "0");
            var fhir = new FhirFace(endpoints, FhirContext.forR4Cached(), settings);
            var nativeResources = List.of(new SampleResource());
            Faces.register(configuration, environment, tokens, fhir, nativeResources, new PrometheusRegistry());
            environment.lifecycle().addServerLifecycleListener(started::complete);
        }
    }
}
