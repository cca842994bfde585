package org.hms.registry.reconcile;

import java.util.List;

/**
 * What came of comparing two lists, or one with itself.
 *
 * @param model version of the model that weighed
 * @param compared pairs that were weighed
 * @param pairs those chosen first, then rows that stay alone, left and right, each in the order of the lists
 */
public record ReconciliationResult(String model, int left, int right, long compared, List<ReconciledPair> pairs) {
    public ReconciliationResult {
        pairs = List.copyOf(pairs);
    }

    public List<ReconciledPair> pairs(Decision decision) {
        return pairs.stream().filter(pair -> pair.decision() == decision).toList();
    }
}
