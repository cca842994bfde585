package org.hms.registry.crossborder;

import java.time.LocalDate;
import java.util.Set;

/**
 * An agreement with a neighbouring country: which identifier systems are its own and may go back to it, by which it may ask,
 * and until when. Countries are written as ISO 3166-1 alpha-2.
 */
public record Partner(String country, String name, Set<String> ownSystems, Set<String> mayAskBy, LocalDate until) {
    public Partner {
        if (!country.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException("A partner's country has two capital letters (ISO 3166-1)");
        }
        ownSystems = Set.copyOf(ownSystems);
        mayAskBy = Set.copyOf(mayAskBy);
    }
}
