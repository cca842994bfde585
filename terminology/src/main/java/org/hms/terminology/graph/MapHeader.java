package org.hms.terminology.graph;

/** What a map is: from which code system to which. */
public record MapHeader(String url, String version, String title, String source, String target) {
    public MapHeader {
        if (url.isBlank() || version.isBlank() || source.isBlank() || target.isBlank()) {
            throw new IllegalArgumentException("A map has a URL, a version and two code systems");
        }
    }
}
