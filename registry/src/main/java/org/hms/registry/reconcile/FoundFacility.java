package org.hms.registry.reconcile;

import java.util.List;
import org.hms.matching.score.MatchScore;

/**
 * A facility that may be the one sought.
 *
 * @param decision a match where the engine would link the two without asking anybody
 * @param reasons in Spanish, the weightiest first
 */
public record FoundFacility(ListedFacility facility, Decision decision, MatchScore score, List<String> reasons) {
    public FoundFacility {
        reasons = List.copyOf(reasons);
    }
}
