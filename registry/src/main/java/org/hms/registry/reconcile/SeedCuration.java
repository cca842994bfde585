package org.hms.registry.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hms.registry.reconcile.ListedFacility.Whereabouts;
import org.hms.registry.territory.GeoPoint;
import org.hms.seed.FacilityList;
import org.hms.seed.FacilityRow;
import org.hms.seed.SeedData;
import org.jspecify.annotations.Nullable;

/**
 * The three lists that ship made one: rows that the tool matched across lists, and rows that a steward said are the same, are
 * one house. A steward's "different" outweighs a match.
 */
public final class SeedCuration {

    private final Map<String, FacilityRow> rows = new TreeMap<>();
    private final Map<String, String> leaders = new HashMap<>();
    private final List<ReconciledPair> pairs = new ArrayList<>();
    private final HashSet<String> waiting = new HashSet<>();

    private SeedCuration(List<StewardDecision> decisions) {
        for (var list : FacilityList.values()) {
            SeedData.facilities(list).forEach(row -> rows.put(row.seedId(), row));
        }
        var reconciliation = Reconciliation.withShippedModel();
        var a = listed(FacilityList.A);
        var b = listed(FacilityList.B);
        var c = listed(FacilityList.C);
        Stream.of(
                        reconciliation.between(a, b),
                        reconciliation.between(a, c),
                        reconciliation.between(b, c),
                        reconciliation.within(a),
                        reconciliation.within(b),
                        reconciliation.within(c))
                .flatMap(result -> result.pairs().stream())
                .filter(pair -> pair.decision() != Decision.NONE)
                .forEach(pairs::add);
        join(decisions);
    }

    public static SeedCuration with(List<StewardDecision> decisions) {
        return new SeedCuration(decisions);
    }

    private static List<ListedFacility> listed(FacilityList list) {
        return SeedData.facilities(list).stream().map(SeedCuration::listed).toList();
    }

    private static ListedFacility listed(FacilityRow row) {
        var latitude = row.latitude();
        var longitude = row.longitude();
        var phone = row.phone();
        return new ListedFacility(
                row.seedId(),
                row.name(),
                row.typeCode(),
                row.ownership(),
                new Whereabouts(
                        row.ineDistrict(),
                        null,
                        row.healthRegion(),
                        latitude == null || longitude == null ? null : new GeoPoint(latitude, longitude)),
                phone == null ? List.of() : List.of(phone));
    }

    private void join(List<StewardDecision> decisions) {
        var answers = new HashMap<List<String>, StewardDecision.Answer>();
        for (var decision : decisions) {
            answers.put(List.of(decision.left(), decision.right()), decision.answer());
            answers.put(List.of(decision.right(), decision.left()), decision.answer());
            if (decision.answer() == StewardDecision.Answer.SAME) {
                unite(decision.left(), decision.right());
            }
        }
        for (var pair : pairs) {
            var left = id(pair.left());
            var right = id(pair.right());
            var answer = answers.get(List.of(left, right));
            if (answer == null && pair.decision() == Decision.MATCH) {
                unite(left, right);
            } else if (answer == null || answer == StewardDecision.Answer.CANNOT_TELL) {
                waiting.add(left);
                waiting.add(right);
            }
        }
    }

    private static String id(@Nullable ListedFacility facility) {
        return Objects.requireNonNull(facility).id();
    }

    private void unite(String one, String other) {
        var first = leader(one);
        var second = leader(other);
        if (!first.equals(second)) {
            leaders.put(first.compareTo(second) < 0 ? second : first, first.compareTo(second) < 0 ? first : second);
        }
    }

    private String leader(String row) {
        if (!rows.containsKey(row)) {
            throw new IllegalArgumentException("No list has a row " + row);
        }
        var leader = row;
        for (var next = leaders.get(leader); next != null; next = leaders.get(leader)) {
            leader = next;
        }
        return leader;
    }

    /** What the tool found: matches, and what is for review. */
    public List<ReconciledPair> pairs() {
        return List.copyOf(pairs);
    }

    /** The houses, in the order of their ids. */
    public List<CuratedFacility> facilities() {
        var houses = new TreeMap<String, List<FacilityRow>>();
        rows.values()
                .forEach(row -> houses.computeIfAbsent(leader(row.seedId()), _ -> new ArrayList<>())
                        .add(row));
        return houses.values().stream()
                .map(house ->
                        new CuratedFacility(house, house.stream().anyMatch(row -> waiting.contains(row.seedId()))))
                .sorted(Comparator.comparing(CuratedFacility::seedId))
                .toList();
    }
}
