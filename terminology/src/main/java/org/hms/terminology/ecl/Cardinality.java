package org.hms.terminology.ecl;

/** How often an attribute or group must occur. */
public record Cardinality(int min, int max) {
    public static final Cardinality SOME = new Cardinality(1, Integer.MAX_VALUE);

    public Cardinality {
        if (min < 0 || max < min) {
            throw new EclException("A cardinality runs from a number to one not below it");
        }
    }

    boolean has(int count) {
        return min <= count && count <= max;
    }
}
