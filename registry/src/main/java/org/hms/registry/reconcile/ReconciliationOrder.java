package org.hms.registry.reconcile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be reconciled: two lists, or one with itself.
 *
 * @param right absent where the left list is searched for twins
 */
public record ReconciliationOrder(
        List<ListedFacility> left, @Nullable List<ListedFacility> right) {
    public ReconciliationOrder {
        left = List.copyOf(left);
        right = right == null ? null : List.copyOf(right);
    }

    ReconciliationResult carriedOut(Reconciliation reconciliation) {
        return right == null ? reconciliation.within(left) : reconciliation.between(left, right);
    }
}
