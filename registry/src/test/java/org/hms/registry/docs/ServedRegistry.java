package org.hms.registry.docs;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The service as a newcomer starts it, with the configuration that ships: a process of its own on free ports and on a data
 * directory of its own, and a {@code bin/registry} that leads to it.
 */
final class ServedRegistry implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String PEOPLE = "200";

    private final Path project;
    private final Path home;
    private final int port = freePort();
    private final int adminPort = freePort();
    private final Process process;

    private ServedRegistry(Path project, Path home) throws IOException {
        this.project = project;
        this.home = home;
        writeCommand();
        this.process = registry("serve")
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
    }

    /** Starts the service and waits until it says that it is ready. */
    static ServedRegistry start(Path project, Path home) throws IOException, InterruptedException {
        var registry = new ServedRegistry(project, home);
        var deadline = Instant.now().plus(PATIENCE);
        while (!Files.readString(registry.log()).contains("Ready")) {
            if (registry.process.waitFor(100, TimeUnit.MILLISECONDS)
                    || Instant.now().isAfter(deadline)) {
                registry.process.destroy();
                throw new IllegalStateException("The registry does not start:\n" + Files.readString(registry.log()));
            }
        }
        return registry;
    }

    /** The folder in which commands run: it has {@code bin/registry}. */
    Path home() {
        return home;
    }

    /** What the reader types, at the ports where this registry listens. */
    String atOurPorts(String script) {
        return script.replace("localhost:8080", "localhost:" + port)
                .replace("localhost:8081", "localhost:" + adminPort);
    }

    private Path log() {
        return home.resolve("serve.log");
    }

    private ProcessBuilder registry(String... arguments) {
        var builder = new ProcessBuilder(home.resolve("bin/registry").toString());
        builder.command().addAll(List.of(arguments));
        return builder;
    }

    /** Takes the place of the {@code bin/registry} that a build leaves: the same program from the tests' class path. */
    private void writeCommand() throws IOException {
        var command = """
                #!/bin/sh
                export REGISTRY_DATA='%s' REGISTRY_PORT=%d REGISTRY_ADMIN_PORT=%d REGISTRY_DEMO_PEOPLE=%s
                name=$1
                case $name in match | load | import) set -- "$@" --url http://localhost:%d ;; esac
                cd '%s'
                exec '%s' -Xmx1g --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \\
                    -cp '%s' org.hms.registry.RegistryApplication "$@"
                """.formatted(
                        home.resolve("data"),
                        port,
                        adminPort,
                        PEOPLE,
                        port,
                        project,
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        System.getProperty("java.class.path"));
        var file = home.resolve("bin/registry");
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(file, command);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("No free port", e);
        }
    }

    /** Asks the service to stop and waits for it; it stops its database server in its turn. */
    @Override
    public void close() {
        process.destroy();
        try {
            process.onExit().get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly();
            throw new IllegalStateException("The registry did not stop within half a minute", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
