package org.hms.registry.facility;

import org.jspecify.annotations.Nullable;

/** What a facility is and whose it is, as far as its source says. */
public record FacilityKind(
        @Nullable FacilityType type, @Nullable Ownership ownership) {}
