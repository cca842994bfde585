package org.hms.registry.facility;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What else is told of a facility.
 *
 * @param boundary its outline as GeoJSON, as it was received
 * @param steps the legal steps in the order in which they were told; a renewal stands beside what it renews
 */
public record FacilityDetails(
        @Nullable PostalAddress address,
        @Nullable String description,
        @Nullable String boundary,
        List<LegalStep> steps) {

    /** Of a facility of which nothing else is told. */
    public static final FacilityDetails NONE = new FacilityDetails(null, null, null, List.of());

    public FacilityDetails {
        steps = Objects.requireNonNullElse(steps, List.<LegalStep>of()).stream()
                .distinct()
                .toList();
    }

    public FacilityDetails withSteps(List<LegalStep> others) {
        return new FacilityDetails(address, description, boundary, others);
    }

    /** Of each kind the step that holds longest. */
    public List<LegalStep> latest() {
        return steps.stream()
                .filter(step ->
                        steps.stream().noneMatch(other -> other.kind() == step.kind() && holdsLonger(other, step)))
                .toList();
    }

    private static boolean holdsLonger(LegalStep other, LegalStep step) {
        if (other.until() == null || step.until() == null) {
            return other.until() == null && step.until() != null;
        }
        return other.until().isAfter(step.until());
    }
}
