package org.hms.matching.cluster;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.hms.matching.score.Thresholds;

/**
 * Divides a component into people by average linkage: the two clusters whose pairs weigh most on average join first, until
 * no average reaches the link weight. A veto or a cannot-link between any two members keeps their clusters apart;
 * must-links join first and overrule vetoes. Who comes within the margin of two that are kept apart joins neither. The answer depends on the facts alone, never on their order.
 */
public final class Clusters {
    private Clusters() {}

    /** The people, each a set of record ids, ordered by their first record. */
    public static List<SortedSet<String>> partition(Component component, Thresholds thresholds) {
        var linkage = new AverageLinkage(component);
        linkage.joinDecided();
        linkage.joinWhile(thresholds.linkWeight(), thresholds.margin());
        return linkage.clusters();
    }

    static SortedSet<String> named(List<String> ids, IntStream members) {
        var names = new TreeSet<String>();
        members.forEach(member -> names.add(ids.get(member)));
        return names;
    }
}
