package org.hms.matching.train;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hms.matching.normalise.ComparableName;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.normalise.Word;
import org.hms.matching.score.GivenNameComparison;
import org.hms.matching.score.SurnamesComparison;
import org.hms.matching.score.TermFrequencies;

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

    /** The comparisons whose names have tables, and the names that they look up. */
    private static final Map<String, BiConsumer<ComparableName, Consumer<String>>> NAMES = Map.of(
            GivenNameComparison.NAME,
                    (name, out) -> {
                        if (!name.given().isEmpty()) {
                            out.accept(name.given().joined().plain());
                        }
                    },
            SurnamesComparison.NAME,
                    (name, out) ->
                            name.family().each().stream().map(Word::plain).forEach(out));

    NameTable {
        shares = Map.copyOf(shares);
    }

    static boolean isOn(String comparison) {
        return NAMES.containsKey(comparison);
    }

    static NameTable of(String comparison, List<ComparablePerson> people) {
        var reader = NAMES.get(comparison);
        if (reader == null) {
            throw new IllegalArgumentException("No table of names serves " + comparison);
        }
        var counts = new HashMap<String, Long>();
        for (var person : people) {
            for (var name : person.names()) {
                reader.accept(name, word -> counts.merge(word, 1L, Long::sum));
            }
        }
        return blended(comparison, counts, TermFrequencies.national(comparison));
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
