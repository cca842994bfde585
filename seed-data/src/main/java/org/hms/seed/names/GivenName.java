package org.hms.seed.names;

import java.util.List;
import java.util.Map;
import org.hms.seed.SeedData;
import org.jspecify.annotations.Nullable;

/**
 * A given name with its weight and, where known, the year around which its bearers were born.
 *
 * @param tokens one name, or the parts of a compound such as María Elena
 */
record GivenName(
        List<String> tokens,
        Sex sex,
        double weight,
        @Nullable Double meanBirthYear) {

    /** The register behind the ages states no date; most of its figures fit the years around this one. */
    private static final double YEAR_OF_AGES = 2012;

    private static final double YEARS_OF_SPREAD = 16;

    /** How often the name is given to those born around a year. */
    double weightAround(int year) {
        if (meanBirthYear == null) {
            return weight;
        }
        var distance = (year - meanBirthYear) / YEARS_OF_SPREAD;
        return weight * StrictMath.exp(-0.5 * distance * distance);
    }

    static List<GivenName> load(String dataSet) {
        try (var rows = SeedData.rows(SeedData.dataSet(dataSet))) {
            return rows.map(GivenName::of).toList();
        }
    }

    private static GivenName of(Map<String, String> row) {
        var written = row.getOrDefault("written", row.getOrDefault("name", ""));
        var sex = Sex.FEMALE.code().equals(row.get("sex")) ? Sex.FEMALE : Sex.MALE;
        return new GivenName(List.of(written.split(" ")), sex, weight(row), meanBirthYear(row));
    }

    private static double weight(Map<String, String> row) {
        var frequency = row.get("frequency");
        var rank = row.getOrDefault("rank", "");
        if (frequency != null) {
            return Double.parseDouble(frequency);
        }
        return rank.isEmpty() ? 1 : 10 / Double.parseDouble(rank);
    }

    private static @Nullable Double meanBirthYear(Map<String, String> row) {
        var age = row.get("mean_age");
        if (age != null) {
            return YEAR_OF_AGES - Double.parseDouble(age);
        }
        var year = row.getOrDefault("mean_birth_year", "");
        return year.isEmpty() ? null : Double.valueOf(year);
    }
}
