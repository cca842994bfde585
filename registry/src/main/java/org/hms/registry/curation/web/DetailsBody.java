package org.hms.registry.curation.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.hms.registry.facility.FacilityDetails;
import org.hms.registry.facility.LegalStep;
import org.hms.registry.facility.PostalAddress;
import org.hms.registry.territory.Outline;
import org.hms.registry.territory.Outline.NoOutline;
import org.hms.registry.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** What else a proposal tells of a facility, all of it: what it leaves out is told no longer. The boundary is GeoJSON as text. */
public record DetailsBody(
        @Nullable PostalAddress address,
        @Nullable String description,
        @Nullable String boundary,
        @Nullable List<StepBody> legalSteps) {

    /** A legal step by its code, with its days. */
    public record StepBody(
            @Nullable String kind,
            @Nullable String number,
            @Nullable String from,
            @Nullable String until) {

        LegalStep step() {
            var known = LegalStep.Kind.find(kind)
                    .orElseThrow(() -> ProblemException.badRequest(
                            "The kind of a legal step is habilitacion, registro, categorizacion or acreditacion"));
            try {
                return new LegalStep(
                        known,
                        number,
                        LocalDate.parse(String.valueOf(from)),
                        until == null ? null : LocalDate.parse(until));
            } catch (DateTimeParseException e) {
                throw ProblemException.badRequest("A legal step says from and until as days, such as 2026-12-31");
            } catch (IllegalArgumentException e) {
                throw ProblemException.badRequest("A legal step ends after it begins");
            }
        }
    }

    private void requireOutline() {
        if (boundary != null) {
            try {
                Outline.of(boundary);
            } catch (NoOutline e) {
                throw ProblemException.badRequest(String.valueOf(e.getMessage()));
            }
        }
    }

    FacilityDetails details() {
        var steps = legalSteps == null
                ? List.<LegalStep>of()
                : legalSteps.stream().map(StepBody::step).toList();
        requireOutline();
        return new FacilityDetails(address, description, boundary, steps);
    }
}
