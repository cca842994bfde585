package org.hms.terminology.system;

import java.util.List;
import java.util.Optional;
import org.hms.terminology.content.CodeSystemContent;
import org.hms.terminology.content.ContentProperty;

/** Where the axes of a code stand in a release: each is a property; a code that has none says so; others were not imported. */
public final class Icd11Axes {
    /** WHO's name for it. */
    public static final String PROPERTY = "postcoordinationScale";

    static final String NONE = "none";

    private Icd11Axes() {}

    /** Empty where nobody knows the axes of the code. */
    static Optional<List<Icd11Axis>> find(CodeSystemContent codes, int ordinal) {
        var known = codes.properties(ordinal).stream()
                .filter(property -> property.code().equals(PROPERTY))
                .map(ContentProperty::value)
                .toList();
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(known.stream()
                        .filter(text -> !text.equals(NONE))
                        .map(Icd11Axis::parse)
                        .toList());
    }

    /** The first axis that must have a value, of those that stand in a stored property. */
    static Optional<Icd11Axis> findRequired(String stored) {
        return stored.contains(Icd11Axis.REQUIRED)
                ? stored.lines()
                        .map(Icd11Axis::parse)
                        .filter(Icd11Axis::required)
                        .findFirst()
                : Optional.empty();
    }
}
