package org.hms.matching.privacy.link;

/**
 * Two encodings that are one person's.
 *
 * @param similarity the share of what they have in common, 0 to 1
 * @param margin how far it lies above the second best of either
 */
public record Link(String left, String right, double similarity, double margin) {}
