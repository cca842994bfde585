package org.hms.registry.territory;

import java.util.List;
import java.util.stream.Stream;

/**
 * What became of the entries that were loaded.
 *
 * @param kept the ids of those that differ and were left as somebody else has edited them
 */
public record LoadReport(int created, int changed, int unchanged, List<String> kept) {

    public static final LoadReport NOTHING = new LoadReport(0, 0, 0);

    public LoadReport {
        kept = List.copyOf(kept);
    }

    public LoadReport(int created, int changed, int unchanged) {
        this(created, changed, unchanged, List.of());
    }

    public LoadReport plus(LoadReport other) {
        return new LoadReport(
                created + other.created,
                changed + other.changed,
                unchanged + other.unchanged,
                Stream.concat(kept.stream(), other.kept.stream()).toList());
    }

    public int total() {
        return created + changed + unchanged + kept.size();
    }
}
