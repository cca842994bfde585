package org.hms.matching.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many pairs of one person a blocking rule was the first to bring together, and what share of all of them it and the rules
 * before it found.
 */
public record RuleRecall(String rule, long truePairs, double cumulativeRecall) {

    /**
     * Rule by rule in the order in which they are applied; empty where the truth holds no pair.
     *
     * @param opened the cells of blocks that were looked into
     * @param truth the person of each record, by record id; records that it does not name are left out
     */
    public static List<RuleRecall> of(Blocks blocks, boolean[] opened, PersonTable table, Map<String, String> truth) {
        var persons = new HashMap<String, List<Integer>>();
        for (int record = 0; record < table.size(); record++) {
            var person = truth.get(table.ids().get(record));
            if (person != null) {
                persons.computeIfAbsent(person, _ -> new ArrayList<>(2)).add(record);
            }
        }
        // The last place counts the pairs that no rule brings together.
        var found = new long[blocks.rules() + 1];
        for (var records : persons.values()) {
            for (int i = 0; i < records.size(); i++) {
                for (int j = i + 1; j < records.size(); j++) {
                    if (table.mayBeOnePerson(records.get(i), records.get(j))) {
                        found[blocks.firstRule(records.get(i), records.get(j), opened)]++;
                    }
                }
            }
        }
        long all = Arrays.stream(found).sum();
        var recalls = new ArrayList<RuleRecall>();
        long soFar = 0;
        for (int rule = 0; rule < blocks.rules() && all > 0; rule++) {
            soFar += found[rule];
            recalls.add(new RuleRecall(blocks.reports().get(rule).rule(), found[rule], (double) soFar / all));
        }
        return recalls;
    }
}
