package org.hms.registry.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hms.registry.RegistryApplication;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.access.TokenService;
import org.hms.registry.job.remote.Rehearsal;
import org.hms.registry.job.remote.ServiceClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/**
 * Runs the service once on an empty directory of its own, with invented people and the questions of a day, and keeps what the
 * Java machine learned of it (an ahead-of-time cache, JEP 483, 514 and 515), with which the launcher starts the service.
 */
@Command(
        name = "rehearse",
        description = {
            "Run the service once on invented data, so that from then on it starts quicker.",
            "For each newly installed version; it touches no data of the site."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  registry rehearse"})
public final class RehearseCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(100);

    @ParentCommand
    private RegistryCommand registry = new RegistryCommand();

    @Option(
            names = "--into",
            paramLabel = "FILE",
            description = "Where the cache is kept (default: ${DEFAULT-VALUE}).",
            defaultValue = "${sys:registry.home:-.}/registry/target/registry.aot")
    private Path into = Path.of("registry.aot");

    @Option(
            names = "--people",
            description = "How many people are invented (default: ${DEFAULT-VALUE}).",
            defaultValue = "1000")
    private int people = 1_000;

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws Exception {
        var work = Files.createTempDirectory("registry-rehearsal");
        try {
            // Beside its place, so that it comes there whole: a service may be starting.
            var learned = into.resolveSibling(into.getFileName() + ".new").toAbsolutePath();
            int answered = rehearse(work, learned);
            Files.move(learned, into, StandardCopyOption.ATOMIC_MOVE);
            output.print(
                    Map.of("answered", answered, "cache", into.toString()),
                    answered + " requests were answered; the service starts from " + into + " now");
        } finally {
            delete(work);
        }
        return 0;
    }

    private int rehearse(Path work, Path learned) throws IOException, InterruptedException {
        int port = freePort();
        int adminPort = freePort();
        var log = work.resolve("service.log");
        var process = new ProcessBuilder(command(work, learned, port, adminPort))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            var caller = new Caller("registry-rehearsal", Role.ADMIN, null, null, "HSYSADMIN");
            var token = TokenService.withKeyIn(work.resolve("data/keys")).mint(caller, Duration.ofHours(1));
            int answered;
            try (var admin = new ServiceClient(local(adminPort), token);
                    var service = new ServiceClient(local(port), token)) {
                await(process, admin, log);
                answered = new Rehearsal(service).play(people);
            }
            process.destroy();
            process.waitFor();
            return answered;
        } finally {
            process.destroyForcibly();
        }
    }

    /** This very Java machine with its options and jars; what is set by property goes before what the file says. */
    private List<String> command(Path work, Path learned, int port, int adminPort) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of(
                "-XX:AOTCacheOutput=" + learned,
                "-Ddw.dataDirectory=" + work.resolve("data"),
                "-Ddw.database.url=",
                "-Ddw.demo.enabled=false",
                "-Ddw.endpointChecks.everyHours=0",
                "-Ddw.server.applicationConnectors[0].port=" + port,
                "-Ddw.server.adminConnectors[0].port=" + adminPort,
                "-cp",
                System.getProperty("java.class.path"),
                RegistryApplication.class.getName(),
                "serve",
                "--end-with-parent",
                "-c",
                registry.config().toString()));
        return command;
    }

    private static void await(Process process, ServiceClient admin, Path log) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady(admin)) {
            if (process.waitFor(PAUSE) || System.nanoTime() > end) {
                throw new IllegalStateException(
                        "The service did not start for its rehearsal: " + Files.readString(log));
            }
        }
    }

    private static boolean isReady(ServiceClient admin) throws InterruptedException {
        try {
            return admin.send("GET", "/healthcheck", "application/json", "").ok();
        } catch (ServiceClient.ServiceUnreachable e) {
            return false;
        }
    }

    private static URI local(int port) {
        return URI.create("http://localhost:" + port);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path directory) {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The directory of the rehearsal cannot be removed: " + directory, e);
        }
    }
}
