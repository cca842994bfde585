package org.hms.matching.score;

import java.util.List;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.person.Residence;

/** Where the two live: in one district, in one department, or elsewhere. */
public final class DistrictComparison extends Comparison<Residence> {
    public static final String NAME = "district";

    enum Level {
        SAME_DISTRICT,
        SAME_DEPARTMENT,
        ELSE
    }

    DistrictComparison(LevelList levels) {
        super(NAME, levels);
    }

    @Override
    public List<Residence> values(ComparablePerson person) {
        var residence = person.demographics().residence();
        return residence == null || residence.district() == null && residence.department() == null
                ? List.of()
                : List.of(residence);
    }

    @Override
    public int level(Residence a, Residence b) {
        var districtA = a.district();
        var districtB = b.district();
        if (districtA != null && districtA.equals(districtB)) {
            return Level.SAME_DISTRICT.ordinal();
        }
        var departmentA = a.department();
        var departmentB = b.department();
        if (departmentA != null && departmentB != null) {
            return (departmentA.equals(departmentB) ? Level.SAME_DEPARTMENT : Level.ELSE).ordinal();
        }
        return districtA != null && districtB != null ? Level.ELSE.ordinal() : SILENT;
    }
}
