package org.hms.seed.names;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Given names of one tradition, drawn by sex and decade of birth. */
final class GivenNames {

    /** One source of names and the part of all draws it gets, whatever its decade. */
    record Stock(List<GivenName> names, double share) {}

    private static final int FIRST_DECADE = 1910;
    private static final int LAST_DECADE = 2020;

    private final Map<Sex, List<WeightedChoice<List<String>>>> bySexAndDecade = new EnumMap<>(Sex.class);

    GivenNames(List<Stock> stocks) {
        for (var sex : Sex.values()) {
            var decades = new ArrayList<WeightedChoice<List<String>>>();
            for (int decade = FIRST_DECADE; decade <= LAST_DECADE; decade += 10) {
                decades.add(choice(stocks, sex, decade + 5));
            }
            bySexAndDecade.put(sex, List.copyOf(decades));
        }
    }

    /** The parts of one name as it stands in the source: mostly one, sometimes a compound. */
    List<String> draw(Sex sex, int birthYear, RandomGenerator random) {
        var decade = Math.clamp(birthYear, FIRST_DECADE, LAST_DECADE) - FIRST_DECADE;
        return bySexAndDecade.getOrDefault(sex, List.of()).get(decade / 10).draw(random);
    }

    private static WeightedChoice<List<String>> choice(List<Stock> stocks, Sex sex, int year) {
        var weighted = new ArrayList<GivenName>();
        for (var stock : stocks) {
            var names = stock.names().stream().filter(name -> name.sex() == sex).toList();
            var total =
                    names.stream().mapToDouble(name -> name.weightAround(year)).sum();
            for (var name : names) {
                // A stock whose names were hardly given in that decade does not get its full share.
                var share = stock.share() * name.weightAround(year) / Math.max(total, names.size() * 0.01);
                weighted.add(new GivenName(name.tokens(), sex, share, null));
            }
        }
        return WeightedChoice.of(weighted, GivenName::weight).map(GivenName::tokens);
    }
}
