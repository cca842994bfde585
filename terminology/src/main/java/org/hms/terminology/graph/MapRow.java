package org.hms.terminology.graph;

/**
 * One mapping: the equivalence is R4's word for what the target is to the source. What is not said is an empty text; an
 * unmatched source has an empty target.
 */
public record MapRow(
        String source, String sourceDisplay, String target, String targetDisplay, String equivalence, String comment) {
    public MapRow {
        if (source.isBlank() || equivalence.isBlank()) {
            throw new IllegalArgumentException("A mapping has a source and an equivalence");
        }
    }
}
