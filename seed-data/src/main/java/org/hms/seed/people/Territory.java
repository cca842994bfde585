package org.hms.seed.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.hms.seed.DistrictRow;
import org.hms.seed.LocalityRow;
import org.hms.seed.SeedData;
import org.hms.seed.names.WeightedChoice;

/**
 * Where people live. Departments are weighed by their population of 2022; the census gives none for districts here, so
 * within a department a district counts as many times as it has localities.
 */
public final class Territory {

    private record Place(DistrictRow district, List<LocalityRow> localities, double weight) {}

    private final WeightedChoice<Place> places;
    private final Map<String, Region> regions;

    public Territory() {
        regions = SeedData.departments().stream()
                .map(Region::of)
                .collect(Collectors.toUnmodifiableMap(Region::department, Function.identity()));
        places = WeightedChoice.of(places(), Place::weight);
    }

    /** A home, districts weighed by their people. */
    public Home draw(RandomGenerator random) {
        var place = places.draw(random);
        var localities = place.localities();
        return new Home(
                place.district().ineDepartment(),
                place.district().ineCode(),
                localities.isEmpty()
                        ? null
                        : localities.get(random.nextInt(localities.size())).name());
    }

    Region region(Home home) {
        var region = regions.get(home.department());
        if (region == null) {
            throw new IllegalStateException("District " + home.district() + " lies in no known department");
        }
        return region;
    }

    private static List<Place> places() {
        var localities = SeedData.localities().stream().collect(Collectors.groupingBy(LocalityRow::ineDistrict));
        var districts = SeedData.districts().stream().collect(Collectors.groupingBy(DistrictRow::ineDepartment));
        var places = new ArrayList<Place>();
        for (var department : SeedData.departments()) {
            var within = districts.getOrDefault(department.ineCode(), List.of());
            var total = within.stream()
                    .mapToDouble(district -> size(localities, district))
                    .sum();
            for (var district : within) {
                var weight = department.population() * size(localities, district) / total;
                places.add(new Place(district, localities.getOrDefault(district.ineCode(), List.of()), weight));
            }
        }
        return places;
    }

    private static double size(Map<String, List<LocalityRow>> localities, DistrictRow district) {
        return Math.max(
                1, localities.getOrDefault(district.ineCode(), List.of()).size());
    }
}
