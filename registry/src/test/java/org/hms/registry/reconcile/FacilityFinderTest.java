package org.hms.registry.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.hms.registry.reconcile.ListedFacility.Whereabouts;
import org.hms.seed.FacilityList;
import org.junit.jupiter.api.Test;

/** Single facilities are found as lists of them are reconciled. */
final class FacilityFinderTest {

    private static final List<ListedFacility> A = ShippedLists.read(FacilityList.A);
    private static final List<ListedFacility> B = ShippedLists.read(FacilityList.B);
    private static final Reconciliation RECONCILIATION = Reconciliation.withShippedModel();
    private static final FacilityFinder FINDER = RECONCILIATION.finder(B);

    private static ListedFacility named(String name) {
        return new ListedFacility("q", name, null, null, new Whereabouts(null, null, null, null), List.of());
    }

    @Test
    void whatIsAMatchAloneIsAMatchInTheList() {
        var partners = new HashMap<String, String>();
        for (var pair : RECONCILIATION.between(A, B).pairs(Decision.MATCH)) {
            partners.put(pair.left().id(), pair.right().id());
        }
        var alone = new HashMap<String, String>();
        for (var row : A) {
            var found = FINDER.find(row, Set.of(), 3);
            if (!found.isEmpty() && found.getFirst().decision() == Decision.MATCH) {
                alone.put(row.id(), found.getFirst().facility().id());
            }
        }
        assertThat(partners).hasSize(27);
        assertThat(alone.entrySet().stream().filter(partners.entrySet()::contains))
                .hasSizeGreaterThanOrEqualTo(25);
        assertThat(alone.entrySet()).isSubsetOf(partners.entrySet());
    }

    @Test
    void everyFacilityIsAmongTheCandidatesOfItsOwnName() {
        var lost = new ArrayList<String>();
        for (var facility : B) {
            var found = FINDER.find(named(facility.name()), Set.of(), 25);
            if (found.stream().noneMatch(one -> one.facility().id().equals(facility.id()))) {
                lost.add(facility.name());
            }
        }
        assertThat(lost).isEmpty();
    }

    @Test
    void namesakesAreLeftToAPerson() {
        var twin = B.getFirst();
        var copy = new ListedFacility("copy", twin.name(), twin.type(), twin.ownership(), twin.where(), twin.phones());
        var list = new ArrayList<>(B);
        list.add(copy);

        var found = RECONCILIATION.finder(list).find(twin, Set.of(), 2);

        assertThat(found).extracting(FoundFacility::decision).containsExactly(Decision.REVIEW, Decision.REVIEW);
        assertThat(FINDER.find(twin, Set.of(), 1).getFirst().decision()).isEqualTo(Decision.MATCH);
    }

    @Test
    void whatIsAskedForByIdIsWeighedWhateverItsName() {
        var other = B.getLast().id();

        assertThat(FINDER.find(named("Xyz"), Set.of(other), 5))
                .extracting(found -> found.facility().id())
                .containsExactly(other);
        assertThat(FINDER.find(named("Xyz"), Set.of(), 5)).isEmpty();
    }
}
