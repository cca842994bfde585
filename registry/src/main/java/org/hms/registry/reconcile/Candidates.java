package org.hms.registry.reconcile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hms.matching.similarity.SpanishSound;

/**
 * Which facilities of a list are worth weighing against one: those that share a word as it sounds, a word but for one letter,
 * the beginning of a word, the whole core without blanks, a telephone or the square kilometre. Territory and type open no
 * door and close none.
 */
final class Candidates {

    private static final int STEM = 5;
    private static final double CELLS_PER_DEGREE = 100;

    private final Map<String, List<Integer>> rows = new HashMap<>();

    Candidates(List<ComparableFacility> facilities) {
        for (int i = 0; i < facilities.size(); i++) {
            for (var key : keys(facilities.get(i), false)) {
                rows.computeIfAbsent(key, _ -> new ArrayList<>()).add(i);
            }
        }
    }

    /** The positions of the candidates, ascending. */
    BitSet of(ComparableFacility facility) {
        var found = new BitSet();
        keys(facility, true).forEach(key -> rows.getOrDefault(key, List.of()).forEach(found::set));
        return found;
    }

    private static Set<String> keys(ComparableFacility facility, boolean around) {
        var keys = new HashSet<String>();
        for (var word : facility.name().core()) {
            keys.add("s" + SpanishSound.key(word));
            if (word.length() >= STEM) {
                keys.add("b" + word.substring(0, STEM));
                keys.add("d" + word);
                for (int i = 0; i < word.length(); i++) {
                    keys.add("d" + word.substring(0, i) + word.substring(i + 1));
                }
            }
        }
        keys.add("j" + facility.name().joined());
        facility.phones().forEach(phone -> keys.add("p" + phone));
        var point = facility.point();
        if (point != null) {
            long north = Math.round(point.latitude() * CELLS_PER_DEGREE);
            long east = Math.round(point.longitude() * CELLS_PER_DEGREE);
            int reach = around ? 1 : 0;
            for (long y = north - reach; y <= north + reach; y++) {
                for (long x = east - reach; x <= east + reach; x++) {
                    keys.add("c" + y + '|' + x);
                }
            }
        }
        return keys;
    }
}
