package org.hms.terminology.conceptmap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The mappings from one system to another, found by the code on either side. */
public final class MapGroup {
    private final String source;
    private final @Nullable String sourceVersion;
    private final String target;
    private final @Nullable String targetVersion;
    private final @Nullable Unmapped unmapped;
    private final Map<String, List<MapTarget>> bySource;
    private final Map<String, List<MapTarget>> byTarget;

    /** What is said of codes that have no mapping: {@code provided} (the code itself), {@code fixed}, or another map. */
    public record Unmapped(
            String mode,
            @Nullable String code,
            @Nullable String display,
            @Nullable String url) {}

    public MapGroup(
            String source,
            @Nullable String sourceVersion,
            String target,
            @Nullable String targetVersion,
            @Nullable Unmapped unmapped,
            List<MapTarget> mappings) {
        this.source = source;
        this.sourceVersion = sourceVersion;
        this.target = target;
        this.targetVersion = targetVersion;
        this.unmapped = unmapped;
        this.bySource = index(mappings, true);
        this.byTarget = index(mappings, false);
    }

    private static Map<String, List<MapTarget>> index(List<MapTarget> mappings, boolean bySource) {
        var index = new HashMap<String, List<MapTarget>>();
        for (var mapping : mappings) {
            var code = bySource ? mapping.sourceCode() : mapping.targetCode();
            if (code != null) {
                index.computeIfAbsent(code, _ -> new ArrayList<>()).add(mapping);
            }
        }
        index.replaceAll((_, list) -> List.copyOf(list));
        return Map.copyOf(index);
    }

    public String source() {
        return source;
    }

    public @Nullable String sourceVersion() {
        return sourceVersion;
    }

    public String target() {
        return target;
    }

    public @Nullable String targetVersion() {
        return targetVersion;
    }

    public @Nullable Unmapped unmapped() {
        return unmapped;
    }

    public List<MapTarget> from(String code) {
        return bySource.getOrDefault(code, List.of());
    }

    public List<MapTarget> to(String code) {
        return byTarget.getOrDefault(code, List.of());
    }
}
