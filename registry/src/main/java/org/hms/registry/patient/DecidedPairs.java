package org.hms.registry.patient;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What decisions say of pairs, those that follow from others included: whoever is one with A is not one with whom A is not. */
final class DecidedPairs {

    private final List<Decision> decisions;
    private final Groups same = new Groups();
    private final Set<String> apart = new HashSet<>();

    DecidedPairs(Collection<Decision> decisions) {
        this.decisions = List.copyOf(decisions);
        this.decisions.stream().filter(Decision::mustLink).forEach(one -> same.join(one.left(), one.right()));
        this.decisions.stream()
                .filter(one -> !one.mustLink())
                .forEach(one -> apart.add(Neighbourhood.pair(same.of(one.left()), same.of(one.right()))));
    }

    boolean apart(String one, String other) {
        return !apart.isEmpty() && apart.contains(Neighbourhood.pair(same.of(one), same.of(other)));
    }

    /** The acts that cannot all be true, if there are such; the least set that shows it for the first pair found. */
    Optional<Set<Long>> contradiction() {
        return decisions.stream()
                .filter(one -> !one.mustLink())
                .filter(one -> same.of(one.left()).equals(same.of(one.right())))
                .findFirst()
                .map(parted -> {
                    var acts = new TreeSet<Long>();
                    path(parted.left(), parted.right()).forEach(step -> add(acts, step));
                    add(acts, parted);
                    return acts;
                });
    }

    private static void add(Set<Long> acts, Decision decision) {
        if (decision.act() != null) {
            acts.add(decision.act());
        }
    }

    /** The shortest way from one to the other over must-links. */
    private List<Decision> path(String from, String to) {
        var reachedBy = new HashMap<String, Decision>();
        var waiting = new ArrayDeque<>(List.of(from));
        while (!waiting.isEmpty() && !reachedBy.containsKey(to)) {
            var here = waiting.remove();
            for (var step : decisions) {
                if (step.mustLink() && (step.left().equals(here) || step.right().equals(here))) {
                    var next = other(step, here);
                    if (!next.equals(from) && reachedBy.putIfAbsent(next, step) == null) {
                        waiting.add(next);
                    }
                }
            }
        }
        return backwards(reachedBy, from, to);
    }

    private static List<Decision> backwards(Map<String, Decision> reachedBy, String from, String to) {
        var path = new ArrayList<Decision>();
        for (var here = to; !here.equals(from); ) {
            var step = reachedBy.get(here);
            if (step == null) {
                return path;
            }
            path.add(step);
            here = other(step, here);
        }
        return path;
    }

    private static String other(Decision decision, String record) {
        return decision.left().equals(record) ? decision.right() : decision.left();
    }
}
