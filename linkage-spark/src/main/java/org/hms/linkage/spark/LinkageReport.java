package org.hms.linkage.spark;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.hms.matching.batch.ComponentCut;
import org.hms.matching.table.RuleReport;

/**
 * What a deduplication did, in counts; nothing of a person. The names are those of the report of one machine.
 *
 * @param clusterSizes how many clusters there are of each size
 * @param comparisons pairs that the blocks brought together, each scored once
 * @param pairsKept those of at least the review weight
 * @param unreached records compared with nobody, by reason
 * @param cuts components above the cap, and how they were cut
 * @param keys blocking keys of all records
 * @param memberships of records in opened blocks: so often a person is sent to a block
 * @param stages what each cost
 */
public record LinkageReport(
        String modelVersion,
        String modelHash,
        long records,
        long rowsWithoutId,
        long clusters,
        SortedMap<Long, Long> clusterSizes,
        long keys,
        long memberships,
        long comparisons,
        long pairsKept,
        List<RuleReport> rules,
        SortedMap<String, Long> unreached,
        List<ComponentCut> cuts,
        Map<String, StageEffort> stages) {}
