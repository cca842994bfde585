package org.hms.registry.openrefine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.hms.registry.territory.NameFolding;

/** Finds entities while their name or id is being typed: first those that begin so, then those with a word that does. */
final class Prefixes {

    private static final int NOT = 3;

    private record Entry(String id, String folded) {}

    private final List<Entry> entries = new ArrayList<>();

    void add(String id, String name) {
        entries.add(new Entry(id, NameFolding.fold(name)));
    }

    /** In the order of the names. */
    Stream<String> find(String prefix) {
        var id = prefix.strip();
        var folded = NameFolding.fold(prefix);
        return entries.stream()
                .filter(entry -> rank(entry, id, folded) < NOT)
                .sorted(Comparator.comparingInt((Entry entry) -> rank(entry, id, folded))
                        .thenComparing(Entry::folded)
                        .thenComparing(Entry::id))
                .map(Entry::id);
    }

    private static int rank(Entry entry, String id, String folded) {
        if (!id.isEmpty() && entry.id().startsWith(id)) {
            return 0;
        }
        if (entry.folded().startsWith(folded)) {
            return 1;
        }
        return entry.folded().contains(" " + folded) ? 2 : NOT;
    }
}
