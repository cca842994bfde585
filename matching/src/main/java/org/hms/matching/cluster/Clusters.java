package org.hms.matching.cluster;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hms.matching.score.Thresholds;

/**
 * Divides a component into people by average linkage: the two clusters whose pairs weigh most on average join first, until
 * no average reaches the link weight. A veto or a cannot-link between any two members keeps their clusters apart;
 * must-links join first and overrule vetoes. Who comes within the margin of two that are kept apart joins neither. The answer
 * depends on the facts alone, never on their order.
 */
public final class Clusters {
    private Clusters() {}

    /** The people, each a set of record ids, ordered by their first record. */
    public static List<SortedSet<String>> partition(Component component, Thresholds thresholds) {
        var ids = component.records().stream().sorted().toList();
        var positions = new HashMap<String, Integer>();
        ids.forEach(id -> positions.put(id, positions.size()));
        var linkage = new AverageLinkage(ids.size());
        weigh(component, positions, linkage);
        decide(component, positions, linkage);
        linkage.joinWhile(thresholds.linkWeight(), thresholds.margin());
        return linkage.clusters().stream()
                .<SortedSet<String>>map(members -> {
                    var names = new TreeSet<String>();
                    members.stream().forEach(member -> names.add(ids.get(member)));
                    return names;
                })
                .toList();
    }

    /**
     * The same for records known by their places 0, 1, … in the order that decides ties.
     *
     * @param weights of any two, of which those with the lesser place first are read; negative infinity keeps two apart
     * @return for each record the least place in its cluster
     */
    public static int[] partition(double[][] weights, Thresholds thresholds) {
        var linkage = new AverageLinkage(weights.length);
        for (int a = 0; a < weights.length; a++) {
            for (int b = a + 1; b < weights.length; b++) {
                if (weights[a][b] == Double.NEGATIVE_INFINITY) {
                    linkage.keepApart(a, b);
                } else {
                    linkage.weigh(a, b, weights[a][b]);
                }
            }
        }
        linkage.joinWhile(thresholds.linkWeight(), thresholds.margin());
        var clusterOf = new int[weights.length];
        linkage.clusters()
                .forEach(members -> members.stream().forEach(member -> clusterOf[member] = members.nextSetBit(0)));
        return clusterOf;
    }

    /** Two pieces of evidence on one pair: the lower weight stands, and a veto stands. */
    private static void weigh(Component component, HashMap<String, Integer> positions, AverageLinkage linkage) {
        var least = new HashMap<List<Integer>, Double>();
        for (var pair : component.evidence()) {
            int a = positions.getOrDefault(pair.left(), -1);
            int b = positions.getOrDefault(pair.right(), -1);
            least.merge(List.of(Math.min(a, b), Math.max(a, b)), pair.weight(), Math::min);
            if (pair.veto()) {
                linkage.keepApart(a, b);
            }
        }
        least.forEach((pair, weight) -> linkage.weigh(pair.getFirst(), pair.getLast(), weight));
    }

    /** Must-links in the order of record ids. */
    private static void decide(Component component, HashMap<String, Integer> positions, AverageLinkage linkage) {
        for (var decision : component.decisions()) {
            if (decision.kind() == Constraint.Kind.CANNOT_LINK) {
                linkage.forbid(
                        positions.getOrDefault(decision.left(), -1), positions.getOrDefault(decision.right(), -1));
            }
        }
        component.decisions().stream()
                .filter(decision -> decision.kind() == Constraint.Kind.MUST_LINK)
                .map(decision -> new int[] {
                    positions.getOrDefault(decision.left(), -1), positions.getOrDefault(decision.right(), -1)
                })
                .map(pair -> new int[] {Math.min(pair[0], pair[1]), Math.max(pair[0], pair[1])})
                .sorted(Arrays::compare)
                .forEach(pair -> linkage.joinDecided(pair[0], pair[1]));
    }
}
