package org.hms.registry.facility;

import java.util.Locale;
import java.util.Optional;

/** To whom a facility belongs. */
public enum Ownership {
    PUBLIC("Pública"),
    SOCIAL_SECURITY("Seguridad social"),
    PRIVATE("Privada");

    private final String display;

    Ownership(String display) {
        this.display = display;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String display() {
        return display;
    }

    /** Reads what a list prints, which may go on to say more. */
    public static Optional<Ownership> findIn(String printed) {
        var text = printed.toLowerCase(Locale.ROOT);
        for (var ownership : values()) {
            if (text.startsWith(ownership.code().replace('-', ' '))) {
                return Optional.of(ownership);
            }
        }
        return Optional.empty();
    }
}
