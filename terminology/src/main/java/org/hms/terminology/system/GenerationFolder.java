package org.hms.terminology.system;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * The folder in which generations stand side by side. A new one is written aside, synced and renamed into place, so a
 * reader sees all of it or nothing.
 */
record GenerationFolder(Path directory) {
    private static final String UNFINISHED = "unfinished-";

    static GenerationFolder open(Path directory) throws IOException {
        Files.createDirectories(directory);
        return new GenerationFolder(directory);
    }

    /** The finished generations, the oldest first. */
    List<Path> finished() throws IOException {
        try (var folders = Files.list(directory)) {
            return folders.filter(folder -> Files.exists(folder.resolve(Manifest.FILE)))
                    .filter(folder -> !folder.getFileName().toString().startsWith(UNFINISHED))
                    .sorted()
                    .toList();
        }
    }

    /** Removes what an interrupted import left behind. */
    void removeUnfinished() throws IOException {
        try (var folders = Files.list(directory)) {
            for (var folder : folders.toList()) {
                if (folder.getFileName().toString().startsWith(UNFINISHED)) {
                    deleteTree(folder);
                }
            }
        }
    }

    Path begin() throws IOException {
        return Files.createTempDirectory(directory, UNFINISHED);
    }

    /** Renames what was written aside to the name that its manifest gives it. */
    Path publish(Path aside, Manifest manifest) throws IOException {
        manifest.write(aside);
        try (var files = Files.walk(aside)) {
            for (var file : files.toList()) {
                sync(file);
            }
        }
        var place = directory.resolve(
                "%06d-%s".formatted(manifest.sequence(), manifest.contentHash().substring(0, 12)));
        Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE);
        sync(directory);
        return place;
    }

    static String hash(Path file) throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void sync(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
