package org.hms.registry.reconcile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the result: two rows and what was decided of them, or one row that stays alone.
 *
 * @param score the match weight in bits; of a row that stays alone that of its best candidate, absent where it had none
 * @param reasons in Spanish, the weightiest first
 */
public record ReconciledPair(
        @Nullable ListedFacility left,
        @Nullable ListedFacility right,
        Decision decision,
        @Nullable Double score,
        List<String> reasons) {
    public ReconciledPair {
        reasons = List.copyOf(reasons);
    }
}
