package org.hms.matching.person;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An address in the parts that a letter carries, as a source gave them; it is searched and shown, and never compared. */
public record PostalAddress(
        List<String> lines,
        @Nullable String city,
        @Nullable String state,
        @Nullable String postalCode,
        @Nullable String country) {

    public static final PostalAddress NONE = new PostalAddress(List.of(), null, null, null, null);

    public PostalAddress {
        lines = List.copyOf(lines);
    }
}
