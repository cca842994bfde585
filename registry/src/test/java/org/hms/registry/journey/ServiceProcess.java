package org.hms.registry.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The service as a process of its own, as an operator runs it: it can be stopped, and it can be killed. */
final class ServiceProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Path data;
    private final Path log;
    private final Process process;
    private final URI admin;
    private final URI service;

    private ServiceProcess(TestConfiguration.Wishes wishes) throws IOException {
        int port = freePort();
        int adminPort = freePort();
        this.data = wishes.data();
        this.log = data.resolveSibling("service.log");
        this.service = URI.create("http://127.0.0.1:" + port);
        this.admin = URI.create("http://127.0.0.1:" + adminPort);
        var configuration = TestConfiguration.write(wishes.withPorts(port, adminPort));
        var command = new ArrayList<>(LearnedStart.command());
        command.addAll(List.of("serve", "-c", configuration.toString()));
        this.process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** Starts it and returns when it is ready. */
    static ServiceProcess startOn(Path data) throws IOException {
        return start(TestConfiguration.Wishes.of(data));
    }

    /** The same with other wishes; its ports are free ones. */
    static ServiceProcess start(TestConfiguration.Wishes wishes) throws IOException {
        var started = new ServiceProcess(wishes);
        try (var http = HttpClient.newHttpClient()) {
            Eventually.until("the service is ready", PATIENCE, () -> {
                assertThat(started.process.isAlive()).as(started::said).isTrue();
                return ready(http, started.admin.resolve("/healthcheck"));
            });
        } catch (Throwable e) {
            started.close();
            throw e;
        }
        return started;
    }

    private static boolean ready(HttpClient http, URI health) {
        try {
            var request = HttpRequest.newBuilder(health)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    URI uri() {
        return service;
    }

    boolean ready() {
        try (var http = HttpClient.newHttpClient()) {
            return ready(http, admin.resolve("/healthcheck"));
        }
    }

    /** As {@code kill -9} does: no hook runs, and the database server is left behind. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As a service manager stops it; the database server ends with it. */
    void stop() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as(this::said)
                .isTrue();
        assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    private String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whatever went wrong, neither the service nor its database server outlives the test. */
    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        process.onExit().join();
        var lock = data.resolve("postgres/postmaster.pid");
        if (Files.exists(lock)) {
            ProcessHandle.of(Long.parseLong(Files.readAllLines(lock).getFirst().strip()))
                    .ifPresent(postmaster -> {
                        postmaster.destroy();
                        postmaster.onExit().join();
                    });
        }
    }
}
