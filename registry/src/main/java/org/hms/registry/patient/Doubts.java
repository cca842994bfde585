package org.hms.registry.patient;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hms.registry.patient.ResolvedGroup.Doubt;
import org.hms.rules.linkage.Action;

/** Pairs strong enough to be looked at whose records stand apart, and of which nobody has decided that they should. */
final class Doubts {

    private final PatientStore store;
    private final double reviewWeight;

    Doubts(PatientStore store, double reviewWeight) {
        this.store = store;
        this.reviewWeight = reviewWeight;
    }

    /**
     * All doubts that touch one of the records.
     *
     * @param persons who the records of the neighbourhood belong to; all others are other people
     */
    List<Doubt> about(
            Set<String> records,
            Map<String, LinkEvidence> fresh,
            Neighbourhood neighbourhood,
            Map<String, String> persons) {
        var evidence = new ArrayList<LinkEvidence>(fresh.values());
        evidence.addAll(stored(records, neighbourhood));
        var decided = new DecidedPairs(neighbourhood.decisions());
        return evidence.stream()
                .filter(one -> one.score().weight() >= reviewWeight)
                .filter(one -> one.verdict().action() != Action.VETO)
                .filter(one -> !Objects.equals(persons.get(one.left()), persons.get(one.right())))
                .filter(one -> !decided.apart(one.left(), one.right()))
                .map(Doubt::of)
                .toList();
    }

    /** What is outdated, or about to be replaced by what is fresh, is left out. */
    private Collection<LinkEvidence> stored(Set<String> records, Neighbourhood neighbourhood) {
        var settled = new HashSet<>(records);
        settled.removeAll(neighbourhood.outdated());
        settled.retainAll(neighbourhood.membership().keySet());
        return settled.isEmpty()
                ? List.of()
                : store.evidenceTouching(settled, reviewWeight).stream()
                        .filter(neighbourhood::current)
                        .toList();
    }
}
