package org.hms.terminology.system;

import java.util.List;

/** All of a code system's version as an importer read it, ready to be compiled. Siblings stand in their order. */
public record CodeSystemSource(
        String url, String version, String title, String language, List<SourceConcept> concepts) {
    public CodeSystemSource {
        if (url.isBlank() || version.isBlank() || concepts.isEmpty()) {
            throw new IllegalArgumentException("A code system has a URL, a version and codes");
        }
        concepts = List.copyOf(concepts);
    }

    public CodeSystemSource withConcepts(List<SourceConcept> others) {
        return new CodeSystemSource(url, version, title, language, others);
    }
}
