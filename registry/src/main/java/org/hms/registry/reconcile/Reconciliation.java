package org.hms.registry.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.hms.matching.assign.Assignment;
import org.hms.matching.assign.Pairing;
import org.hms.matching.score.LevelModel;
import org.jspecify.annotations.Nullable;

/**
 * Two lists in, pairs out. Rows are standardised, candidates weighed by the model, and each row is given at most one
 * counterpart such that the weights gain most in sum. A pair from the link weight on is a match if no other candidate of
 * either row that is still free comes near; else it is for review.
 */
public final class Reconciliation {

    private final LevelModel model;
    private final Districts districts;
    private final Standardisation standardisation;

    private Reconciliation(LevelModel model) {
        this.model = model;
        this.districts = Districts.shipped();
        this.standardisation = new Standardisation(districts);
    }

    /** With the model that ships. */
    public static Reconciliation withShippedModel() {
        return new Reconciliation(FacilityWeighing.shippedModel());
    }

    public static Reconciliation with(LevelModel model) {
        return new Reconciliation(model);
    }

    /** Every row of both lists comes out: in one pair, or alone. */
    public ReconciliationResult between(List<ListedFacility> left, List<ListedFacility> right) {
        var lefts = standardisation.of(left);
        var rights = standardisation.of(right);
        var weighing = new FacilityWeighing(
                model, districts, Stream.concat(lefts.stream(), rights.stream()).toList());
        var candidates = new Candidates(rights);
        var weighed = new ArrayList<FacilityPair>();
        for (var facility : lefts) {
            candidates.of(facility).stream()
                    .mapToObj(other -> weighing.weigh(facility, rights.get(other)))
                    .forEach(weighed::add);
        }
        return result(lefts, rights, weighed);
    }

    /** Rows of one list that look like one house, for a steward to look at; nothing is decided about them. */
    public ReconciliationResult within(List<ListedFacility> list) {
        var facilities = standardisation.of(list);
        var weighing = new FacilityWeighing(model, districts, facilities);
        var candidates = new Candidates(facilities);
        var twins = new ArrayList<ReconciledPair>();
        long compared = 0;
        for (int i = 0; i < facilities.size(); i++) {
            var others = candidates.of(facilities.get(i));
            for (int j = others.nextSetBit(i + 1); j >= 0; j = others.nextSetBit(j + 1)) {
                var pair = weighing.weigh(facilities.get(i), facilities.get(j));
                compared++;
                if (pair.weight() >= model.thresholds().reviewWeight()) {
                    twins.add(pair(pair, Decision.REVIEW, List.of()));
                }
            }
        }
        twins.sort(Comparator.comparing((ReconciledPair pair) -> -weight(pair)));
        return new ReconciliationResult(model.version(), list.size(), list.size(), compared, twins);
    }

    /** Those of a list that look like one facility, the most alike first. */
    public List<ReconciledPair> like(ListedFacility facility, List<ListedFacility> others) {
        var one = standardisation.of(List.of(facility)).getFirst();
        var list = standardisation.of(others);
        var all = new ArrayList<>(list);
        all.add(one);
        var weighing = new FacilityWeighing(model, districts, all);
        return list.stream()
                .map(other -> weighing.weigh(one, other))
                .filter(pair -> pair.weight() >= model.thresholds().reviewWeight())
                .map(pair -> pair(pair, Decision.REVIEW, List.of()))
                .sorted(Comparator.comparing((ReconciledPair pair) -> -weight(pair)))
                .toList();
    }

    /** A list in which single facilities are sought by the same model. */
    public FacilityFinder finder(List<ListedFacility> facilities) {
        return new FacilityFinder(model, districts, standardisation, facilities);
    }

    /** The words by which a facility of this name is told from others of its kind. */
    public List<String> core(String name) {
        var read = NameReading.read(name);
        return read.core().equals(NameReading.words(name)) && !read.types().isEmpty() ? List.of() : read.core();
    }

    private static double weight(ReconciledPair pair) {
        return pair.score() == null ? Double.NEGATIVE_INFINITY : pair.score();
    }

    private ReconciliationResult result(
            List<ComparableFacility> lefts, List<ComparableFacility> rights, List<FacilityPair> weighed) {
        var chosen = chosen(weighed);
        var rivals = new Rivals(weighed, chosen);
        var pairs = new ArrayList<ReconciledPair>();
        chosen.forEach(pair -> pairs.add(decided(pair, rivals.of(pair))));
        lefts.stream()
                .filter(row -> !rivals.isLeftTaken(row.row()))
                .forEach(row -> pairs.add(alone(row.listed(), null, rivals.bestOfLeft(row.row()))));
        rights.stream()
                .filter(row -> !rivals.isRightTaken(row.row()))
                .forEach(row -> pairs.add(alone(null, row.listed(), rivals.bestOfRight(row.row()))));
        return new ReconciliationResult(model.version(), lefts.size(), rights.size(), weighed.size(), pairs);
    }

    private List<FacilityPair> chosen(List<FacilityPair> weighed) {
        var byRows = new HashMap<List<Integer>, FacilityPair>();
        var pairings = new ArrayList<Pairing>();
        for (var pair : weighed) {
            double gain = pair.weight() - model.thresholds().reviewWeight();
            if (gain > 0) {
                pairings.add(new Pairing(pair.leftRow(), pair.rightRow(), gain));
                byRows.put(List.of(pair.leftRow(), pair.rightRow()), pair);
            }
        }
        return Assignment.best(pairings).stream()
                .map(pairing -> byRows.get(List.of(pairing.left(), pairing.right())))
                .toList();
    }

    private ReconciledPair decided(FacilityPair pair, @Nullable FacilityPair rival) {
        var thresholds = model.thresholds();
        if (rival != null && pair.weight() - rival.weight() < thresholds.margin()) {
            return pair(pair, Decision.REVIEW, List.of(Reasons.contested(pair, rival)));
        }
        return pair(pair, pair.weight() >= thresholds.linkWeight() ? Decision.MATCH : Decision.REVIEW, List.of());
    }

    private static ReconciledPair pair(FacilityPair pair, Decision decision, List<String> first) {
        var reasons = new ArrayList<>(first);
        reasons.addAll(Reasons.of(pair));
        return new ReconciledPair(pair.left().listed(), pair.right().listed(), decision, pair.weight(), reasons);
    }

    private static ReconciledPair alone(
            @Nullable ListedFacility left, @Nullable ListedFacility right, @Nullable FacilityPair best) {
        var reason = best == null ? Reasons.NO_CANDIDATE : Reasons.best(left == null, best);
        return new ReconciledPair(left, right, Decision.NONE, best == null ? null : best.weight(), List.of(reason));
    }
}
