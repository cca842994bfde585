package org.hms.registry.facility;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where a letter, or somebody who asks the way, finds a facility; the whole as one text where nobody divided it. */
public record PostalAddress(
        @Nullable String text,
        List<String> lines,
        @Nullable String city,
        @Nullable String district,
        @Nullable String state,
        @Nullable String postalCode,
        @Nullable String country) {
    public PostalAddress {
        lines = List.copyOf(Objects.requireNonNullElse(lines, List.of()));
    }
}
