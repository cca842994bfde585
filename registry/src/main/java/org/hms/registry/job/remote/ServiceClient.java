package org.hms.registry.job.remote;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongConsumer;

/** A running registry, seen by a command as any client sees it. */
public final class ServiceClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PATIENCE_WITH_FILES = Duration.ofMinutes(10);

    private final URI service;
    private final String token;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    public ServiceClient(URI service, String token) {
        this.service = service;
        this.token = token;
    }

    /** What the service said. */
    public record Answer(int status, String body) {
        public boolean ok() {
            return status / 100 == 2;
        }
    }

    /** @throws ServiceUnreachable if no service answers there */
    public Answer send(String method, String pathAndQuery, String contentType, String body)
            throws InterruptedException {
        return exchange(request(method, pathAndQuery, contentType, body).build());
    }

    /**
     * Puts a FHIR resource that need not be sent back.
     *
     * @throws ServiceUnreachable if no service answers there
     */
    public Answer put(String pathAndQuery, String resource) throws InterruptedException {
        return store("PUT", pathAndQuery, resource);
    }

    /**
     * Sends a FHIR resource to be stored that need not be sent back.
     *
     * @throws ServiceUnreachable if no service answers there
     */
    public Answer store(String method, String pathAndQuery, String resource) throws InterruptedException {
        return exchange(request(method, pathAndQuery, "application/fhir+json", resource)
                .header("Prefer", "return=minimal")
                .build());
    }

    private HttpRequest.Builder request(String method, String pathAndQuery, String contentType, String body) {
        return HttpRequest.newBuilder(service.resolve(pathAndQuery))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", contentType)
                .method(method, HttpRequest.BodyPublishers.ofString(body));
    }

    /**
     * Posts a file as it stands; told of each stretch of bytes that is on its way.
     *
     * @throws ServiceUnreachable if no service answers there
     */
    public Answer post(String pathAndQuery, Path file, LongConsumer sent) throws InterruptedException, IOException {
        var size = Files.size(file);
        var stream = HttpRequest.BodyPublishers.ofInputStream(() -> new WatchedFile(file, sent));
        var body = size == 0
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.fromPublisher(stream, size);
        var request = HttpRequest.newBuilder(service.resolve(pathAndQuery))
                .timeout(PATIENCE_WITH_FILES)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/octet-stream")
                .POST(body)
                .build();
        return exchange(request);
    }

    private Answer exchange(HttpRequest request) throws InterruptedException {
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new ServiceUnreachable(service, e);
        }
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }

    /** Nobody answers at the address given. */
    public static final class ServiceUnreachable extends RuntimeException {
        private static final long serialVersionUID = 1;

        ServiceUnreachable(URI service, IOException cause) {
            super("No registry answers at " + service + "; start it with: registry serve", cause);
        }
    }
}
