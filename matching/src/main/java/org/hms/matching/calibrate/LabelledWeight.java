package org.hms.matching.calibrate;

/** A scored pair of which somebody who knows has said whether it is one person; the weight is in bits. */
public record LabelledWeight(double weight, boolean match) {
    public LabelledWeight {
        if (!Double.isFinite(weight)) {
            throw new IllegalArgumentException("A weight is a number of bits");
        }
    }
}
