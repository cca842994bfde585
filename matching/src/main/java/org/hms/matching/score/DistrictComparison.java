package org.hms.matching.score;

import java.util.List;
import org.hms.matching.normalise.ComparablePerson;

/** Where the two live: in one district, in one department, or elsewhere. */
public final class DistrictComparison implements Comparison {
    public static final String NAME = "district";

    enum Level {
        SAME_DISTRICT,
        SAME_DEPARTMENT,
        ELSE
    }

    private final Levels levels;

    DistrictComparison(List<ComparisonLevel> levels) {
        this.levels = new Levels(NAME, levels);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<ComparisonLevel> levels() {
        return levels.all();
    }

    @Override
    public Evidence compare(ComparablePerson left, ComparablePerson right) {
        var a = left.demographics().residence();
        var b = right.demographics().residence();
        if (a == null || b == null) {
            return levels.missing();
        }
        var districtA = a.district();
        var districtB = b.district();
        if (districtA != null && districtA.equals(districtB)) {
            return levels.at(Level.SAME_DISTRICT);
        }
        var departmentA = a.department();
        var departmentB = b.department();
        if (departmentA != null && departmentB != null) {
            return levels.at(departmentA.equals(departmentB) ? Level.SAME_DEPARTMENT : Level.ELSE);
        }
        return districtA != null && districtB != null ? levels.at(Level.ELSE) : levels.missing();
    }
}
