package org.hms.registry.exchange;

import java.util.Locale;
import org.hms.registry.facility.Facility;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a row.
 *
 * @param entry the facility, or the part of the territory that the row stands for; absent where it was refused
 * @param before the version that was published before; 0 where there was none
 * @param facility how it is published next, of created and revised ones
 * @param reason why it was refused, in Spanish
 */
public record PlannedRow(
        PlaceRow row,
        Outcome outcome,
        @Nullable String entry,
        int before,
        @Nullable Facility facility,
        @Nullable String reason) {

    public enum Outcome {
        CREATED,
        REVISED,
        UNCHANGED,
        /** A part of the territory that is known. */
        AREA,
        REJECTED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static PlannedRow rejected(PlaceRow row, String reason) {
        return new PlannedRow(row, Outcome.REJECTED, null, 0, null, reason);
    }

    /** The version that it is published as; 0 where nothing is. */
    public int after() {
        return facility == null ? 0 : before + 1;
    }
}
