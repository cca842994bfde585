package org.hms.terminology.conceptmap;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The mappings from one system to another, and what is said of codes that have none. */
public record MapGroup(
        String source,
        @Nullable String sourceVersion,
        String target,
        @Nullable String targetVersion,
        @Nullable Unmapped unmapped,
        MapTable mappings) {

    /** What is said of codes that have no mapping: {@code provided} (the code itself), {@code fixed}, or another map. */
    public record Unmapped(
            String mode,
            @Nullable String code,
            @Nullable String display,
            @Nullable String url) {}

    public List<MapTarget> from(String code) {
        return mappings.from(code);
    }

    public List<MapTarget> to(String code) {
        return mappings.to(code);
    }
}
