package org.hms.matching.privacy.link;

/**
 * How much was compared.
 *
 * @param exhaustive whether all were compared with all
 * @param tables samples of bits in which records met; 0 where all were compared
 * @param comparisons pairs compared; several times where several samples bring them together
 * @param overflowBlocks blocks above the cap, which were not opened
 * @param overflowPairs pairs in them
 * @param largestBlock in pairs
 * @param withoutCandidate records of either file that were compared with nobody
 */
public record ComparisonCounts(
        boolean exhaustive,
        int tables,
        long comparisons,
        long overflowBlocks,
        long overflowPairs,
        long largestBlock,
        long withoutCandidate) {}
