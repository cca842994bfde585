package org.hms.seed.people;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A name in parts: given names, family names in order, and the husband's family name that may follow "de". */
public record SyntheticName(
        List<String> given, List<String> family, @Nullable String married) {
    public SyntheticName {
        given = List.copyOf(given);
        family = List.copyOf(family);
    }

    SyntheticName withGiven(List<String> otherGiven) {
        return new SyntheticName(otherGiven, family, married);
    }

    SyntheticName withFamily(List<String> otherFamily) {
        return new SyntheticName(given, otherFamily, married);
    }

    SyntheticName unmarried() {
        return new SyntheticName(given, family, null);
    }
}
