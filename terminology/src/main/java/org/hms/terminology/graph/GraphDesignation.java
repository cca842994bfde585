package org.hms.terminology.graph;

/** A text of a concept, with the number by which the release knows it, or 0. */
public record GraphDesignation(long id, String language, UseCoding use, String text, boolean inactive) {
    public GraphDesignation {
        if (text.isBlank()) {
            throw new IllegalArgumentException("A designation has a text");
        }
    }
}
