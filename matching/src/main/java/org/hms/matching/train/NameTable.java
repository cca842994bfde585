package org.hms.matching.train;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.hms.matching.score.GivenNameComparison;
import org.hms.matching.score.SurnamesComparison;
import org.hms.matching.score.TermFrequencies;
import org.hms.matching.table.PersonTable;
import org.hms.matching.table.ValueColumn;

/**
 * How common names are in a file, blended with the national table: a small file says little about a name, so the nation's
 * share counts as some people more who carry it. A file of foreign names, of which the nation knows few, leans on itself.
 *
 * @param shares by name in plain form, of all names
 * @param collision chance that two draws give one name
 * @param fileNames how many names of the file were counted
 * @param nationalWeight as how many names of the file the national table counts
 */
record NameTable(
        String comparison, Map<String, Double> shares, double collision, long fileNames, double nationalWeight) {
    private static final double NATION_COUNTS_AS = 2000;

    NameTable {
        shares = Map.copyOf(shares);
    }

    static boolean isOn(String comparison) {
        return comparison.equals(GivenNameComparison.NAME) || comparison.equals(SurnamesComparison.NAME);
    }

    /** Counts each distinct value of the table's column as often as records have it. */
    static NameTable of(String comparison, PersonTable table) {
        var counts = new HashMap<String, Long>();
        if (comparison.equals(GivenNameComparison.NAME)) {
            count(table.given(), (given, count) -> counts.merge(given.joined().plain(), count, Long::sum));
        } else {
            count(
                    table.family(),
                    (name, count) ->
                            name.family().each().forEach(word -> counts.merge(word.plain(), count, Long::sum)));
        }
        return blended(comparison, counts, TermFrequencies.national(comparison));
    }

    private static <V> void count(ValueColumn<V> column, BiConsumer<V, Long> counter) {
        int[] counts = column.counts();
        for (int number = 1; number < counts.length; number++) {
            if (counts[number] > 0) {
                counter.accept(column.valueOf(number), (long) counts[number]);
            }
        }
    }

    static NameTable blended(String comparison, Map<String, Long> counts, Map<String, Double> national) {
        long total = counts.values().stream().mapToLong(Long::longValue).sum();
        double known = counts.entrySet().stream()
                .filter(entry -> national.containsKey(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        double weight = total == 0 ? NATION_COUNTS_AS : NATION_COUNTS_AS * known / total;
        var shares = new TreeMap<String, Double>();
        counts.forEach((name, count) -> shares.put(name, (double) count));
        national.forEach((name, share) -> shares.merge(name, share * weight, Double::sum));
        double sum = total + weight;
        shares.replaceAll((_, count) -> count / sum);
        double collision =
                shares.values().stream().mapToDouble(share -> share * share).sum();
        return new NameTable(comparison, shares, collision, total, weight);
    }

    /** The names at least so common. */
    Map<String, Double> from(double floor) {
        return shares.entrySet().stream()
                .filter(entry -> entry.getValue() >= floor)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Double::sum, TreeMap::new));
    }
}
