package org.hms.registry.patient.fhir;

import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hms.registry.patient.FeedOutcome;

/** Tells the sender of a record which person it was found to be, and how. */
final class IdentityExtension {

    static final String URL = "https://registry.hms.gov.py/fhir/StructureDefinition/resolved-identity";

    private IdentityExtension() {}

    static void addTo(Patient patient, FeedOutcome outcome) {
        patient.getExtension().removeIf(extension -> URL.equals(extension.getUrl()));
        var extension = new Extension(URL);
        extension.addExtension("outcome", new CodeType(code(outcome)));
        extension.addExtension("person", new Reference("Patient/" + outcome.eid()));
        patient.addExtension(extension);
    }

    private static String code(FeedOutcome outcome) {
        return switch (outcome) {
            case FeedOutcome.Joined _ -> "joined";
            case FeedOutcome.Opened _ -> "opened";
            case FeedOutcome.AwaitsReview _ -> "awaits-review";
            case FeedOutcome.Unchanged _ -> "unchanged";
        };
    }
}
