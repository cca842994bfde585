package org.hms.matching.batch;

/**
 * A component above the cap, cut at a higher weight: how many records it held, the weight in bits from which pairs counted,
 * and how many parts of two records or more were left. Records in no part stay by themselves.
 */
public record ComponentCut(int records, double weight, int parts) {}
