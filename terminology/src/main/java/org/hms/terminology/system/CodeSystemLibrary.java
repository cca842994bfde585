package org.hms.terminology.system;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
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
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hms.terminology.content.CodeSystemContent;
import org.jspecify.annotations.Nullable;

/**
 * All compiled code systems in one directory, several versions side by side. A new generation is written aside, synced
 * and renamed into place, so a reader sees all of it or nothing. What was imported last is current.
 */
public final class CodeSystemLibrary implements AutoCloseable {
    private static final String UNFINISHED = "unfinished-";

    private final Path directory;
    private final List<CompiledCodeSystem> opened = new CopyOnWriteArrayList<>();

    private CodeSystemLibrary(Path directory) {
        this.directory = directory;
    }

    /** Opens every finished generation; what an interrupted import left behind is removed. */
    public static CodeSystemLibrary open(Path directory) {
        var library = new CodeSystemLibrary(directory);
        try {
            Files.createDirectories(directory);
            try (var folders = Files.list(directory)) {
                for (var folder : folders.sorted().toList()) {
                    if (folder.getFileName().toString().startsWith(UNFINISHED)) {
                        deleteTree(folder);
                    } else if (Files.exists(folder.resolve(Manifest.FILE))) {
                        library.opened.add(CompiledCodeSystem.open(folder));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return library;
    }

    /** Compiles and publishes; the same content under the same version is recognised and not published twice. */
    public synchronized CodeSystemSummary publish(CodeSystemSource source) {
        try {
            var aside = Files.createTempDirectory(directory, UNFINISHED);
            try {
                var tree = TreeOrder.of(source.concepts());
                GenerationFile.write(aside, tree);
                var hash = hash(aside.resolve(GenerationFile.NAME));
                var known = findKnown(source, hash);
                if (known.isPresent() && isCurrent(known.get())) {
                    return toSummary(known.get());
                }
                DesignationIndex.write(aside, tree);
                var manifest = new Manifest(
                        source.url(),
                        source.version(),
                        source.title(),
                        source.language(),
                        tree.concepts().size(),
                        hash,
                        nextSequence());
                manifest.write(aside);
                var published = moveIntoPlace(aside, manifest);
                opened.add(published);
                return toSummary(published);
            } finally {
                deleteTree(aside);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The wanted version, or the current one when none is named. */
    public Optional<CompiledCodeSystem> find(String url, @Nullable String version) {
        return opened.stream()
                .filter(system -> system.url().equals(url))
                .filter(system -> version == null || system.version().equals(version))
                .max(Comparator.comparingLong(system -> system.manifest().sequence()));
    }

    /** One generation for each version of the system. */
    public List<CodeSystemContent> contentsOf(String url) {
        return opened.stream()
                .filter(system -> system.url().equals(url))
                .filter(system -> find(url, system.version()).orElse(system) == system)
                .map(CompiledCodeSystem::content)
                .toList();
    }

    public List<CodeSystemSummary> list() {
        return opened.stream().map(this::toSummary).toList();
    }

    @Override
    public void close() {
        opened.forEach(CompiledCodeSystem::close);
        opened.clear();
    }

    private Optional<CompiledCodeSystem> findKnown(CodeSystemSource source, String hash) {
        return opened.stream()
                .filter(system -> system.url().equals(source.url()))
                .filter(system -> system.version().equals(source.version()))
                .filter(system -> system.manifest().contentHash().equals(hash))
                .findFirst();
    }

    private boolean isCurrent(CompiledCodeSystem system) {
        return find(system.url(), null).filter(system::equals).isPresent();
    }

    private long nextSequence() {
        return 1
                + opened.stream()
                        .mapToLong(system -> system.manifest().sequence())
                        .max()
                        .orElse(0);
    }

    private CompiledCodeSystem moveIntoPlace(Path aside, Manifest manifest) throws IOException {
        try (var files = Files.walk(aside)) {
            for (var file : files.toList()) {
                sync(file);
            }
        }
        var name = String.format(
                "%06d-%s", manifest.sequence(), manifest.contentHash().substring(0, 12));
        var place = directory.resolve(name);
        Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE);
        sync(directory);
        return CompiledCodeSystem.open(place);
    }

    private static void sync(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static String hash(Path file) throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private CodeSystemSummary toSummary(CompiledCodeSystem system) {
        var manifest = system.manifest();
        return new CodeSystemSummary(
                manifest.url(),
                manifest.version(),
                manifest.title(),
                manifest.language(),
                manifest.codes(),
                manifest.contentHash(),
                isCurrent(system));
    }

    private static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
