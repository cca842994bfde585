package org.hms.matching.normalise;

import org.jspecify.annotations.Nullable;

/**
 * A name ready for comparison: given names, surnames in their order without particles, and the husband's surname after
 * "de". Placeholders are gone, so an empty part means that it is not known.
 */
public record ComparableName(
        Words given, Words family, @Nullable Word married) {

    public boolean isEmpty() {
        return given.isEmpty() && family.isEmpty() && married == null;
    }
}
