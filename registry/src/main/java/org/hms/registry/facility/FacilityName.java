package org.hms.registry.facility;

import java.util.List;
import java.util.Objects;

/**
 * A facility's name: as its source printed it, and with the damage repaired that its encoding did to accents.
 *
 * @param others what other lists call it
 */
public record FacilityName(String printed, String repaired, List<String> others) {

    public FacilityName(String printed, String repaired) {
        this(printed, repaired, List.of());
    }

    public FacilityName {
        if (printed.isBlank() || repaired.isBlank()) {
            throw new IllegalArgumentException("A facility has a name");
        }
        others = List.copyOf(Objects.requireNonNullElse(others, List.of()));
    }
}
