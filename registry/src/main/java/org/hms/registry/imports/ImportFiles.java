package org.hms.registry.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Predicate;

/** The files of jobs: what was sent, until the job ends, and the report, which stays. */
final class ImportFiles {

    private static final String BODY = ".body";
    private static final String PART = ".part";

    private final Path directory;

    ImportFiles(Path directory) {
        this.directory = directory;
    }

    /** What was sent, on disk, and the hash of it and of how it is to be read. */
    record Received(Path file, long bytes, String digest) {}

    Received receive(ImportOrder order, InputStream body) throws IOException {
        Files.createDirectories(directory);
        var file = Files.createTempFile(directory, "receiving-", PART);
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((order.format() + "\n" + order.columns() + "\n").getBytes(StandardCharsets.UTF_8));
            try (var counted = new DigestInputStream(body, digest)) {
                long bytes = Files.copy(counted, file, StandardCopyOption.REPLACE_EXISTING);
                return new Received(file, bytes, HexFormat.of().formatHex(digest.digest()));
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    void keep(Received received, String id) throws IOException {
        Files.move(received.file(), body(id), StandardCopyOption.ATOMIC_MOVE);
    }

    Path body(String id) {
        return directory.resolve(id + BODY);
    }

    Path report(String id) {
        return directory.resolve(id + ".csv");
    }

    /** Deletes what was sent and is not waited for: files that a crash cut short, and those of jobs that have ended. */
    void sweep(Predicate<String> awaited) throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (var files = Files.list(directory)) {
            for (var file : files.toList()) {
                var name = String.valueOf(file.getFileName());
                boolean orphan = name.endsWith(BODY) && !awaited.test(name.substring(0, name.length() - BODY.length()));
                if (orphan || name.endsWith(PART)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    void forgetBody(String id) throws IOException {
        Files.deleteIfExists(body(id));
    }

    /** A report that is written on from where the job is known to be; what a crash left behind that is cut off. */
    OutputStream continueReport(String id, long size) throws IOException {
        var channel = FileChannel.open(report(id), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.truncate(size);
        channel.position(Math.min(size, channel.size()));
        return Channels.newOutputStream(channel);
    }
}
