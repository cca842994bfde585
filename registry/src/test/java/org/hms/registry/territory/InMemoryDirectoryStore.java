package org.hms.registry.territory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hms.registry.access.Caller;

/** The store's small twin, for tests. */
final class InMemoryDirectoryStore<T extends DirectoryEntry> implements DirectoryStore<T> {

    private final Map<String, List<Published<T>>> versions = new LinkedHashMap<>();
    private final Map<VersionKey, Caller> callers = new HashMap<>();

    @Override
    public Map<String, Published<T>> find(Collection<String> ids) {
        var found = new HashMap<String, Published<T>>();
        for (var id : ids) {
            if (versions.containsKey(id)) {
                found.put(id, versions.get(id).getFirst());
            }
        }
        return found;
    }

    @Override
    public Map<VersionKey, Published<T>> findVersions(Collection<VersionKey> keys) {
        var found = new HashMap<VersionKey, Published<T>>();
        for (var key : keys) {
            history(key.id()).stream()
                    .filter(version -> version.version() == key.version())
                    .forEach(version -> found.put(key, version));
        }
        return found;
    }

    @Override
    public Map<String, Published<T>> findLastBy(Caller caller, Collection<String> ids) {
        var found = new HashMap<String, Published<T>>();
        for (var id : ids) {
            history(id).stream()
                    .filter(version -> caller.equals(callers.get(new VersionKey(id, version.version()))))
                    .findFirst()
                    .ifPresent(version -> found.put(id, version));
        }
        return found;
    }

    @Override
    public List<Published<T>> history(String id) {
        return versions.getOrDefault(id, List.of());
    }

    @Override
    public void publish(List<Published<T>> next, Caller by) {
        next.forEach(version -> callers.put(new VersionKey(version.content().id(), version.version()), by));
        next.forEach(version -> versions.computeIfAbsent(version.content().id(), id -> new ArrayList<>())
                .addFirst(version));
    }
}
