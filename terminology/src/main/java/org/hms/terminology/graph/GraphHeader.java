package org.hms.terminology.graph;

import java.util.List;

/**
 * What a release is. A concept's display is its preferred designation in the first of the dialects that has one; failing
 * that, a designation of the first of the uses that has one.
 */
public record GraphHeader(
        String url,
        String version,
        String title,
        String language,
        boolean caseSensitive,
        List<String> displayDialects,
        List<String> displayUses) {
    public GraphHeader {
        if (url.isBlank() || version.isBlank()) {
            throw new IllegalArgumentException("A code system has a URL and a version");
        }
        displayDialects = List.copyOf(displayDialects);
        displayUses = List.copyOf(displayUses);
    }
}
