package org.hms.registry.upkeep;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How complete the entries of a district's facilities are together.
 *
 * @param score the mean of theirs
 * @param lacks how many of them lack what
 */
public record DistrictScore(String district, String name, int facilities, int score, Map<Lack, Integer> lacks) {
    public DistrictScore {
        var counts = new EnumMap<Lack, Integer>(Lack.class);
        counts.putAll(lacks);
        lacks = Collections.unmodifiableMap(counts);
    }
}
