package org.hms.matching.person;

import org.jspecify.annotations.Nullable;

/** Birth: its date to the precision known, the order among a multiple birth (1 for the first), and the mother's name. */
public record Birth(
        @Nullable PartialDate date,
        @Nullable Integer order,
        @Nullable PersonName mother) {

    public static final Birth UNKNOWN = new Birth(null, null, null);

    public static Birth on(PartialDate date) {
        return new Birth(date, null, null);
    }
}
