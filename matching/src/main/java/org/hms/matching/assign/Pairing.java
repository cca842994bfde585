package org.hms.matching.assign;

/**
 * A row of the left list and a row of the right list that may belong together.
 *
 * @param gain what is won by pairing them, more than 0: how far their weight lies above that of staying alone
 */
public record Pairing(int left, int right, double gain) {
    public Pairing {
        if (!(gain > 0 && gain < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("A pairing gains something");
        }
    }
}
