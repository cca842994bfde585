package org.hms.registry.reconcile;

import java.util.List;
import org.hms.matching.score.MatchScore;

/**
 * Two facilities that were weighed against each other, and the core words that their names have in common.
 *
 * @param leftRow the left one's position in its list
 */
record FacilityPair(
        int leftRow,
        int rightRow,
        ComparableFacility left,
        ComparableFacility right,
        MatchScore score,
        List<String> agreed) {
    FacilityPair {
        agreed = List.copyOf(agreed);
    }

    double weight() {
        return score.weight();
    }
}
