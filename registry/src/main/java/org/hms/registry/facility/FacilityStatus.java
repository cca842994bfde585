package org.hms.registry.facility;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether a facility works. */
public enum FacilityStatus {
    ACTIVE,
    SUSPENDED,
    INACTIVE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A list that prints no status lists what works. */
    static FacilityStatus ofPrinted(@Nullable String printed) {
        if (printed == null) {
            return ACTIVE;
        }
        return switch (printed.strip().toUpperCase(Locale.ROOT)) {
            case "ACTIVO" -> ACTIVE;
            case "SUSPENDIDO" -> SUSPENDED;
            case "INACTIVO", "CERRADO" -> INACTIVE;
            default -> throw new IllegalArgumentException("No status is called " + printed);
        };
    }
}
