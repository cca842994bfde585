package org.hms.seed.providers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a professional does at a facility, named by its seed id, since when, and until when if it has ended. */
public record SyntheticRole(
        String facilitySeedId,
        String specialtyCode,
        LocalDate since,
        @Nullable LocalDate until) {}
