package org.hms.registry.upkeep;

import java.time.LocalDate;
import java.util.Optional;
import org.hms.registry.facility.Facility;
import org.hms.registry.facility.LegalStep;
import org.jspecify.annotations.Nullable;

/** A legal step of a facility that has ended, or is about to, and that no later one of its kind renews. */
public record DueStep(
        String facility,
        String name,
        LegalStep.Kind kind,
        @Nullable String number,
        LocalDate validUntil,
        boolean expired) {

    /** Empty where it has no term. */
    static Optional<DueStep> of(Facility facility, LegalStep step, LocalDate today) {
        return Optional.ofNullable(step.until())
                .map(until -> new DueStep(
                        facility.id(),
                        facility.name().repaired(),
                        step.kind(),
                        step.number(),
                        until,
                        until.isBefore(today)));
    }
}
