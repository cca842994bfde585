package org.hms.registry.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts our PostgreSQL server again when its process has died, with the options it was started with. Tries for as long as it
 * takes: the disk may be full, or what the old server left behind may still be ending.
 */
final class ServerWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ServerWatch.class);
    private static final long LOOK_EVERY_MILLIS = 250;
    private static final long TRY_AGAIN_AFTER_MILLIS = 1_000;
    private static final long RECOVERY_SECONDS = 600;

    private final Path cluster;
    private final Thread thread;

    ServerWatch(Path cluster) {
        this.cluster = cluster;
        this.thread = Thread.ofPlatform().daemon().name("postgres-watch").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
                if (Postmaster.of(cluster).filter(Postmaster::alive).isEmpty() && !restart()) {
                    TimeUnit.MILLISECONDS.sleep(TRY_AGAIN_AFTER_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean restart() throws InterruptedException {
        LOG.warn("The PostgreSQL server is gone; it is started again and recovers by itself");
        try {
            var control = new ProcessBuilder(command())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            int code = control.waitFor();
            LOG.info(code == 0 ? "The PostgreSQL server is back" : "The PostgreSQL server does not start yet");
            return code == 0;
        } catch (IOException e) {
            LOG.error("The PostgreSQL server cannot be started again", e);
            return false;
        }
    }

    private List<String> command() throws IOException {
        var command = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            // PostgreSQL does not run as root; it was started in a user namespace of its own.
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(
                program().resolveSibling("pg_ctl").toString(),
                "restart",
                "--silent",
                "--pgdata=" + cluster,
                "--log=" + cluster.resolve("restart.log"),
                "--wait",
                "--timeout=" + RECOVERY_SECONDS));
        return command;
    }

    /** As the server itself wrote down when it was started: its program, then each option in quotes. */
    private Path program() throws IOException {
        var line = Files.readString(cluster.resolve("postmaster.opts")).strip();
        return Path.of(line.split(" \"", 2)[0]);
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
