package org.hms.matching.score;

/**
 * The values of a column put into plain numbers, so that most of two distinct values can be told apart without a look at their
 * letters.
 */
@FunctionalInterface
public interface QuickLevels {
    /** Where the numbers do not decide. */
    int UNKNOWN = -2;

    /** The level of two values given by their places in the list, which differ; or {@link #UNKNOWN}. */
    int level(int a, int b);
}
