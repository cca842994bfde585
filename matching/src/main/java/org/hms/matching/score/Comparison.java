package org.hms.matching.score;

import java.util.List;
import org.hms.matching.normalise.ComparablePerson;

/** Compares one attribute of two people. Symmetric and pure. */
public sealed interface Comparison
        permits BirthDateComparison,
                DistrictComparison,
                GivenNameComparison,
                IdentifierComparison,
                MotherComparison,
                PhoneComparison,
                SexComparison,
                SurnamesComparison,
                TextComparison {

    String name();

    /** From the strongest agreement down to the last, which is anything else. */
    List<ComparisonLevel> levels();

    Evidence compare(ComparablePerson left, ComparablePerson right);
}
