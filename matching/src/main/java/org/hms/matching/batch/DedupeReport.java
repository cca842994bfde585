package org.hms.matching.batch;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.hms.matching.table.RuleRecall;
import org.hms.matching.table.RuleReport;

/**
 * What a deduplication did, in counts; nothing of a person.
 *
 * @param clusterSizes how many clusters there are of each size
 * @param comparisons pairs that the blocks brought together, each scored once
 * @param pairsKept those of at least the review weight
 * @param pairsCompleted pairs weighed besides within components
 * @param withoutKey records that no rule can reach, since they lack the fields
 * @param onlyOverflows records whose every shared block lay above its cap
 * @param alone records that share no key with another
 * @param recalls what the rules find of the pairs known to be of one person; empty where nothing is known
 * @param cuts components above the cap, and how they were cut
 * @param seconds by stage
 */
public record DedupeReport(
        String modelVersion,
        String modelHash,
        int records,
        long rowsWithoutId,
        int clusters,
        SortedMap<Integer, Integer> clusterSizes,
        long comparisons,
        long pairsKept,
        long pairsCompleted,
        List<RuleReport> rules,
        List<RuleRecall> recalls,
        int withoutKey,
        int onlyOverflows,
        int alone,
        List<ComponentCut> cuts,
        Map<String, Double> seconds) {}
