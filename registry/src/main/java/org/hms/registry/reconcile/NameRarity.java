package org.hms.registry.reconcile;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hms.seed.SeedData;

/**
 * How rare words are in names of places: counted over the country's localities, after which facilities are called, and over
 * the lists themselves. Two called Loma Pytã say more than two called San Miguel.
 */
final class NameRarity {

    private final Map<String, BitSet> places = new HashMap<>();
    private int count;

    private NameRarity() {}

    /** The words of the country's localities, read when first they are needed. */
    private static final class Localities {
        static final List<List<String>> WORDS = SeedData.localities().stream()
                .map(locality -> NameReading.words(locality.name()))
                .toList();
    }

    static NameRarity of(Collection<ComparableFacility> facilities) {
        var rarity = new NameRarity();
        Localities.WORDS.forEach(rarity::add);
        facilities.forEach(facility -> rarity.add(facility.name().core()));
        return rarity;
    }

    private void add(List<String> words) {
        words.forEach(word -> places.computeIfAbsent(word, _ -> new BitSet()).set(count));
        count++;
    }

    /** What one word tells, in bits: 13 for one that stands nowhere else, 4 for "san". */
    double bits(String word) {
        var holders = places.get(word);
        return log2(count) - log2(holders == null ? 1 : Math.max(1, holders.cardinality()));
    }

    /** What it tells that a name holds all of these words, in bits. */
    double bits(Collection<String> words) {
        BitSet common = null;
        for (var word : words) {
            var holders = places.get(word);
            if (holders == null) {
                return log2(count);
            }
            if (common == null) {
                common = (BitSet) holders.clone();
            } else {
                common.and(holders);
            }
        }
        return common == null ? 0 : log2(count) - log2(Math.max(1, common.cardinality()));
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
