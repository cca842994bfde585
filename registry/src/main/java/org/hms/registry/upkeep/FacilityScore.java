package org.hms.registry.upkeep;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How complete a facility's entry is.
 *
 * @param score from 0 to 100; 100 where nothing is lacking
 * @param attested when a steward's review last said that it is so; absent where none ever did
 */
public record FacilityScore(
        String id,
        String name,
        @Nullable String district,
        int score,
        List<Lack> lacks,
        @Nullable Instant attested) {
    public FacilityScore {
        lacks = List.copyOf(lacks);
    }
}
