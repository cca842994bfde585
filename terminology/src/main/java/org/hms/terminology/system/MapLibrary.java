package org.hms.terminology.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hms.terminology.conceptmap.ConceptMapDefinition;
import org.hms.terminology.graph.CompiledGraph;
import org.hms.terminology.graph.CompiledMap;
import org.hms.terminology.graph.MapHeader;
import org.hms.terminology.graph.MapRow;
import org.jspecify.annotations.Nullable;

/** All compiled maps in one directory, several versions side by side; what was imported last is current. */
public final class MapLibrary implements AutoCloseable {
    private record Opened(Path place, Manifest manifest, CompiledMap map) {}

    private final GenerationFolder folder;
    private final List<Opened> opened = new CopyOnWriteArrayList<>();

    private MapLibrary(GenerationFolder folder) {
        this.folder = folder;
    }

    public static MapLibrary open(Path directory) {
        try {
            var library = new MapLibrary(GenerationFolder.open(directory));
            library.lookAgain();
            return library;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens what was published since; how many there were. */
    public synchronized int lookAgain() throws IOException {
        var known = opened.stream().map(Opened::place).toList();
        var found = 0;
        for (var place : folder.finished()) {
            if (!known.contains(place)) {
                opened.add(new Opened(place, Manifest.read(place), CompiledMap.open(place)));
                found++;
            }
        }
        return found;
    }

    /** Writes, reads back and publishes; the same content under the same version, if it is current, only once. */
    public synchronized CompiledMap publish(MapHeader header, List<MapRow> rows) throws IOException {
        lookAgain();
        var aside = folder.begin();
        try {
            CompiledMap.write(aside, header, rows);
            var hash = GenerationFolder.hash(aside.resolve(CompiledGraph.FILE));
            var known = current(header.url(), null)
                    .filter(one -> one.manifest().version().equals(header.version())
                            && one.manifest().contentHash().equals(hash));
            if (known.isEmpty()) {
                requireEqual(aside, rows);
                folder.publish(
                        aside,
                        new Manifest(header.url(), header.version(), header.title(), "und", rows.size(), hash, next()));
                lookAgain();
            }
        } finally {
            GenerationFolder.deleteTree(aside);
        }
        return find(header.url(), header.version()).orElseThrow();
    }

    /** The version wanted, or the current one when none is named. */
    public Optional<CompiledMap> find(String url, @Nullable String version) {
        return current(url, version).map(Opened::map);
    }

    /** The current version of each map that leads from one code system to the other, or to any. */
    public List<CompiledMap> between(String source, @Nullable String target) {
        return opened.stream()
                .filter(one ->
                        current(one.manifest().url(), null).filter(one::equals).isPresent())
                .map(Opened::map)
                .filter(map -> map.header().source().equals(source))
                .filter(map -> target == null || map.header().target().equals(target))
                .toList();
    }

    /** All maps and versions as translations ask them. */
    public List<ConceptMapDefinition> definitions() {
        return listVersions().stream()
                .map(map -> new CompiledMapTable(map).toDefinition())
                .toList();
    }

    /** All maps and versions; what was imported last under a version stands for it. */
    public List<CompiledMap> listVersions() {
        return opened.stream()
                .filter(one -> current(one.manifest().url(), one.manifest().version())
                        .filter(one::equals)
                        .isPresent())
                .map(Opened::map)
                .toList();
    }

    public List<CompiledMap> list() {
        return opened.stream().map(Opened::map).toList();
    }

    @Override
    public void close() {
        opened.forEach(one -> one.map().close());
        opened.clear();
    }

    private Optional<Opened> current(String url, @Nullable String version) {
        return opened.stream()
                .filter(one -> one.manifest().url().equals(url))
                .filter(one -> version == null || one.manifest().version().equals(version))
                .max(Comparator.comparingLong(one -> one.manifest().sequence()));
    }

    private long next() {
        return 1
                + opened.stream()
                        .mapToLong(one -> one.manifest().sequence())
                        .max()
                        .orElse(0);
    }

    /** Every mapping is found from both ends. */
    private static void requireEqual(Path written, List<MapRow> rows) throws IOException {
        try (var map = CompiledMap.open(written)) {
            var found = map.size() == rows.size()
                    && rows.stream()
                            .allMatch(row -> map.from(row.source()).contains(row)
                                    && (row.target().isEmpty()
                                            || map.to(row.target()).contains(row)));
            if (!found) {
                throw new IllegalStateException("What was compiled differs from the map's file");
            }
        }
    }
}
