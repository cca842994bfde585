package org.hms.linkage.spark;

/**
 * What a stage cost.
 *
 * @param seconds on the clock
 * @param coreSeconds of all tasks together
 * @param shuffledBytes written for other tasks to read, as compressed
 */
public record StageEffort(double seconds, double coreSeconds, long shuffledBytes) {}
