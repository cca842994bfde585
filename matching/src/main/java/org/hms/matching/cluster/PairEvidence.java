package org.hms.matching.cluster;

/** What is known of one pair of records: its match weight in bits, and whether a rule keeps the two apart. */
public record PairEvidence(String left, String right, double weight, boolean veto) {
    public PairEvidence {
        if (left.equals(right)) {
            throw new IllegalArgumentException("Evidence is about two records");
        }
        if (Double.isNaN(weight)) {
            throw new IllegalArgumentException("A match weight is a number");
        }
    }
}
