package org.hms.registry.reach;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hms.seed.DistrictRow;
import org.hms.seed.SeedData;

/**
 * The people of the census of 2022 by district. The data that ship count them by department alone; a department of several
 * districts is shared among them by how many localities each has, so that the districts of a department sum up to it.
 */
final class Populations {

    private final Map<String, DistrictPopulation> byDistrict = new HashMap<>();

    Populations() {
        var localities = new HashMap<String, Integer>();
        SeedData.localities().forEach(locality -> localities.merge(locality.ineDistrict(), 1, Integer::sum));
        var districts = SeedData.districts();
        for (var department : SeedData.departments()) {
            var codes = districts.stream()
                    .filter(district -> district.ineDepartment().equals(department.ineCode()))
                    .map(DistrictRow::ineCode)
                    .toList();
            share(department.population(), codes, localities);
        }
    }

    /** By the largest remainders, so that nobody is lost to rounding. */
    private void share(int people, List<String> districts, Map<String, Integer> localities) {
        long all = districts.stream()
                .mapToInt(code -> localities.getOrDefault(code, 0))
                .sum();
        var parts = new ArrayList<Part>();
        int given = 0;
        for (var code : districts) {
            double exact = all == 0
                    ? (double) people / districts.size()
                    : (double) people * localities.getOrDefault(code, 0) / all;
            parts.add(new Part(code, (int) exact, exact - Math.floor(exact)));
            given += (int) exact;
        }
        parts.sort(Comparator.comparingDouble((Part part) -> -part.remainder()).thenComparing(Part::district));
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            int more = i < people - given ? 1 : 0;
            byDistrict.put(part.district(), new DistrictPopulation(part.people() + more, districts.size() == 1));
        }
    }

    private record Part(String district, int people, double remainder) {}

    DistrictPopulation of(String ineDistrict) {
        return byDistrict.getOrDefault(ineDistrict, new DistrictPopulation(0, false));
    }
}
