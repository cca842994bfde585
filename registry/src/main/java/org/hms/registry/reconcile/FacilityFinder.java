package org.hms.registry.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.hms.matching.score.LevelModel;

/**
 * A list of facilities in which single ones are sought: prepared once, then asked often. A row is weighed as a list of its
 * own would be against this list, so the same pairs become matches. Safe for many threads.
 */
public final class FacilityFinder {

    private final LevelModel model;
    private final Standardisation standardisation;
    private final List<ComparableFacility> facilities;
    private final Candidates candidates;
    private final FacilityWeighing weighing;

    FacilityFinder(
            LevelModel model, Districts districts, Standardisation standardisation, List<ListedFacility> facilities) {
        this.model = model;
        this.standardisation = standardisation;
        this.facilities = standardisation.of(facilities);
        this.candidates = new Candidates(this.facilities);
        this.weighing = new FacilityWeighing(model, districts, this.facilities);
    }

    /**
     * The likeliest first.
     *
     * @param also ids of facilities to be weighed whether or not their names or places suggest it
     */
    public List<FoundFacility> find(ListedFacility sought, Set<String> also, int limit) {
        var row = standardisation.of(List.of(sought)).getFirst();
        var wanted = candidates.of(row);
        for (int i = 0; i < facilities.size() && !also.isEmpty(); i++) {
            if (also.contains(facilities.get(i).listed().id())) {
                wanted.set(i);
            }
        }
        var pairs = wanted.stream()
                .mapToObj(position -> weighing.weigh(row, facilities.get(position)))
                .filter(pair ->
                        speaks(pair) || also.contains(pair.right().listed().id()))
                .sorted(Comparator.comparingDouble((FacilityPair pair) -> -pair.weight()))
                .toList();
        var found = new ArrayList<FoundFacility>();
        for (int i = 0; i < Math.min(limit, pairs.size()); i++) {
            found.add(found(pairs.get(i), i == 0 ? best(pairs) : beside(pairs.get(i))));
        }
        return found;
    }

    /** Whether the names have something in common, or anything else speaks for the pair. */
    private static boolean speaks(FacilityPair pair) {
        return !pair.agreed().isEmpty() || pair.score().parts().stream().anyMatch(part -> part.weight() > 0);
    }

    private static FoundFacility found(FacilityPair pair, Decision decision) {
        return new FoundFacility(pair.right().listed(), decision, pair.score(), Reasons.of(pair));
    }

    /** The likeliest one is a match from the link weight on, unless the next one comes near. */
    private Decision best(List<FacilityPair> pairs) {
        var thresholds = model.thresholds();
        double weight = pairs.getFirst().weight();
        boolean contested = pairs.size() > 1 && weight - pairs.get(1).weight() < thresholds.margin();
        return weight >= thresholds.linkWeight() && !contested ? Decision.MATCH : beside(pairs.getFirst());
    }

    private Decision beside(FacilityPair pair) {
        return pair.weight() >= model.thresholds().reviewWeight() ? Decision.REVIEW : Decision.NONE;
    }
}
