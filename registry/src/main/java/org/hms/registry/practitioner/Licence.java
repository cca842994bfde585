package org.hms.registry.practitioner;

import java.time.LocalDate;
import org.hms.registry.territory.DirectoryType;

/** What the ministry allows a professional to practise, from a day until another (both included). */
public record Licence(String number, DirectoryType specialty, LocalDate validFrom, LocalDate validUntil) {
    public Licence {
        if (validUntil.isBefore(validFrom)) {
            throw new IllegalArgumentException("The licence " + number + " ends before it begins");
        }
    }

    public boolean isValidOn(LocalDate day) {
        return !day.isBefore(validFrom) && !day.isAfter(validUntil);
    }
}
