package org.hms.terminology.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hms.terminology.content.CodeSystemContent;
import org.hms.terminology.graph.CompiledGraph;
import org.hms.terminology.graph.GraphCompiler;
import org.hms.terminology.graph.GraphScrub;
import org.hms.terminology.graph.GraphSource;
import org.jspecify.annotations.Nullable;

/**
 * All compiled graphs in one directory, several versions side by side; what was imported last is current. A command may
 * publish into it while a service holds it open: the service takes the new ones in when it is told to look again.
 */
public final class GraphLibrary implements AutoCloseable {
    private static final String LOCK = "import.lock";

    private record Opened(Path place, Manifest manifest, CompiledGraph graph, CodeSystemContent content) {}

    private final GenerationFolder folder;
    private final List<Opened> opened = new CopyOnWriteArrayList<>();

    private GraphLibrary(GenerationFolder folder) {
        this.folder = folder;
    }

    /** Opens every finished generation. */
    public static GraphLibrary open(Path directory) {
        try {
            var library = new GraphLibrary(GenerationFolder.open(directory));
            library.lookAgain();
            return library;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens what was published since; how many there were. */
    public synchronized int lookAgain() throws IOException {
        Set<Path> known = new HashSet<>();
        opened.forEach(one -> known.add(one.place()));
        var found = 0;
        for (var place : folder.finished()) {
            if (!known.contains(place)) {
                var graph = CompiledGraph.open(place);
                opened.add(new Opened(place, Manifest.read(place), graph, new GraphContent(graph)));
                found++;
            }
        }
        return found;
    }

    /**
     * Writes, compares what was written with its source row by row, and publishes. The same content under the same
     * version, if it is current, is not published twice.
     */
    public synchronized CodeSystemSummary publish(GraphCompiler compiled, GraphSource source) throws IOException {
        try (var lock = FileChannel.open(
                folder.directory().resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (lock.tryLock() == null) {
                throw new IOException("Another import is under way");
            }
            folder.removeUnfinished();
            lookAgain();
            var aside = folder.begin();
            try {
                compiled.write(aside);
                var hash = GenerationFolder.hash(aside.resolve(CompiledGraph.FILE));
                var header = compiled.header();
                var current = current(header.url(), null);
                if (current.isEmpty() || !isSame(current.get().manifest(), header.version(), hash)) {
                    var manifest = new Manifest(
                            header.url(),
                            header.version(),
                            header.title(),
                            header.language(),
                            compiled.concepts(),
                            hash,
                            Manifest.nextSequence(opened.stream().map(Opened::manifest)));
                    requireEqual(aside, source);
                    folder.publish(aside, manifest);
                    lookAgain();
                }
            } finally {
                GenerationFolder.deleteTree(aside);
            }
            return current(compiled.header().url(), compiled.header().version())
                    .map(this::toSummary)
                    .orElseThrow();
        }
    }

    /** The version, which may be an edition's prefix of versions; the current one when none is named. */
    public Optional<CodeSystemContent> find(String url, @Nullable String version) {
        return current(url, version).map(Opened::content);
    }

    /** The same as the columns it is made of. */
    public Optional<CompiledGraph> findGraph(String url, @Nullable String version) {
        return current(url, version).map(Opened::graph);
    }

    /** All versions of a code system, in the order they were imported. */
    public List<CodeSystemContent> versionsOf(String url) {
        return opened.stream()
                .filter(one -> one.manifest().url().equals(url))
                .map(Opened::content)
                .toList();
    }

    public List<CodeSystemSummary> list() {
        return opened.stream().map(this::toSummary).toList();
    }

    @Override
    public void close() {
        opened.forEach(one -> one.graph().close());
        opened.clear();
    }

    private Optional<Opened> current(String url, @Nullable String version) {
        var ofSystem =
                opened.stream().filter(one -> one.manifest().url().equals(url)).toList();
        if (version == null) {
            return ofSystem.stream()
                    .max(Comparator.comparingLong(one -> one.manifest().sequence()));
        }
        return ofSystem.stream()
                .filter(one -> one.manifest().version().equals(version)
                        || one.manifest().version().startsWith(version + "/"))
                .max(Comparator.comparing((Opened one) -> one.manifest().version())
                        .thenComparingLong(one -> one.manifest().sequence()));
    }

    private static void requireEqual(Path written, GraphSource source) throws IOException {
        try (var graph = CompiledGraph.open(written)) {
            var findings = GraphScrub.compare(source, graph);
            if (!findings.isEmpty()) {
                throw new IllegalStateException("What was compiled differs from the release: " + findings.getFirst());
            }
        }
    }

    private static boolean isSame(Manifest manifest, String version, String hash) {
        return manifest.version().equals(version) && manifest.contentHash().equals(hash);
    }

    private CodeSystemSummary toSummary(Opened one) {
        return one.manifest()
                .summary(current(one.manifest().url(), null).filter(one::equals).isPresent());
    }
}
