package org.hms.registry.facility;

/** A facility's name: as its source printed it, and with the damage repaired that its encoding did to accents. */
public record FacilityName(String printed, String repaired) {
    public FacilityName {
        if (printed.isBlank() || repaired.isBlank()) {
            throw new IllegalArgumentException("A facility has a name");
        }
    }
}
