package org.hms.matching.privacy.link;

/**
 * What a private linkage did.
 *
 * @param left how many records the first file holds
 * @param right how many the second
 * @param threshold from which similarity on pairs were linked
 * @param thresholdFrom {@code given}, {@code schema} or {@code chosen} from the two files
 * @param expectedPrecision how many links are right, judged by how similar records get to others than their best; 1 where
 *     nothing can be said
 * @param ambiguous pairs not linked because the second best is too near
 */
public record LinkReport(
        String schemaVersion,
        String schemaHash,
        int left,
        int right,
        ComparisonCounts compared,
        double threshold,
        String thresholdFrom,
        double margin,
        double expectedPrecision,
        int links,
        int ambiguous) {}
