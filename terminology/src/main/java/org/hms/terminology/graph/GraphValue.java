package org.hms.terminology.graph;

/** A value of an attribute or field: the code of a concept of the same system, or a literal ({@code #5} for a number). */
public record GraphValue(String text, boolean isConcept) {

    public static GraphValue concept(String code) {
        return new GraphValue(code, true);
    }

    public static GraphValue literal(String text) {
        return new GraphValue(text, false);
    }
}
