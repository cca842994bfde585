package org.hms.registry.quality;

import java.time.YearMonth;
import java.util.List;

/**
 * A record that offends an indicator, for its owner to mend: ids only. The number is the one the source itself gave the
 * record.
 */
public record Offender(
        String recordId,
        String source,
        String number,
        String facility,
        String district,
        YearMonth month,
        List<Integer> codes) {
    public Offender {
        codes = List.copyOf(codes);
    }
}
