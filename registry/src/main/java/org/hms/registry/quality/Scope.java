package org.hms.registry.quality;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Which records are asked about; what is absent does not narrow. Months are those in which the newest version came. */
public record Scope(
        @Nullable String source,
        @Nullable String facility,
        @Nullable String district,
        @Nullable YearMonth from,
        @Nullable YearMonth to) {

    public static final Scope ALL = new Scope(null, null, null, null, null);

    public Scope ofSource(String other) {
        return new Scope(other, facility, district, from, to);
    }
}
