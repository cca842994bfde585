package org.hms.terminology.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hms.terminology.content.CodeSystemContent;
import org.jspecify.annotations.Nullable;

/**
 * All compiled code systems in one directory, several versions side by side. What was imported
 * last is current.
 */
public final class CodeSystemLibrary implements AutoCloseable {
    private final GenerationFolder folder;
    private final List<CompiledCodeSystem> opened = new CopyOnWriteArrayList<>();

    private CodeSystemLibrary(GenerationFolder folder) {
        this.folder = folder;
    }

    /** Opens every finished generation; what an interrupted import left behind is removed. */
    public static CodeSystemLibrary open(Path directory) {
        try {
            var library = new CodeSystemLibrary(GenerationFolder.open(directory));
            library.folder.removeUnfinished();
            for (var finished : library.folder.finished()) {
                library.opened.add(CompiledCodeSystem.open(finished));
            }
            return library;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles and publishes; the same content under the same version is recognised and not published twice. */
    public synchronized CodeSystemSummary publish(CodeSystemSource source) {
        try {
            var aside = folder.begin();
            try {
                var tree = TreeOrder.of(source.concepts());
                GenerationFile.write(aside, tree);
                var hash = GenerationFolder.hash(aside.resolve(GenerationFile.NAME));
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
                        Manifest.nextSequence(opened.stream().map(CompiledCodeSystem::manifest)));
                var published = CompiledCodeSystem.open(folder.publish(aside, manifest));
                opened.add(published);
                return toSummary(published);
            } finally {
                GenerationFolder.deleteTree(aside);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The wanted version, or the current one when none is named. */
    public Optional<CompiledCodeSystem> find(String url, @Nullable String version) {
        return opened.stream()
                .filter(system -> system.manifest().url().equals(url))
                .filter(system -> version == null || system.manifest().version().equals(version))
                .max(Comparator.comparingLong(system -> system.manifest().sequence()));
    }

    /** One generation for each version of the system. */
    public List<CodeSystemContent> contentsOf(String url) {
        return opened.stream()
                .filter(system -> system.manifest().url().equals(url))
                .filter(system -> find(url, system.manifest().version()).orElse(system) == system)
                .map(CodeSystemContent.class::cast)
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
                .filter(system -> system.manifest().url().equals(source.url()))
                .filter(system -> system.manifest().version().equals(source.version()))
                .filter(system -> system.manifest().contentHash().equals(hash))
                .findFirst();
    }

    private boolean isCurrent(CompiledCodeSystem system) {
        return find(system.manifest().url(), null).filter(system::equals).isPresent();
    }

    private CodeSystemSummary toSummary(CompiledCodeSystem system) {
        return system.manifest().summary(isCurrent(system));
    }
}
