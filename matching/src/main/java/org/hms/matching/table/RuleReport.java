package org.hms.matching.table;

import java.util.List;

/**
 * What one blocking rule did.
 *
 * @param blocks those opened: of two records or more and not above the cap
 * @param overflows how many blocks lay above the cap and were not opened
 * @param overflowRecords how many records these hold, counted once for each block
 * @param largest the sizes of its largest blocks, above the cap or not; their keys are personal
 * @param comparisons the pairs that no rule before it had brought together
 */
public record RuleReport(
        String rule,
        int cap,
        long blocks,
        long overflows,
        long overflowRecords,
        List<Integer> largest,
        long comparisons) {
    public RuleReport {
        largest = List.copyOf(largest);
    }

    public RuleReport withComparisons(long counted) {
        return new RuleReport(rule, cap, blocks, overflows, overflowRecords, largest, counted);
    }
}
