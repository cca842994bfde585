package org.hms.registry.patient.fhir;

import java.util.List;
import java.util.Locale;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hms.registry.patient.FeedOutcome;
import org.hms.rules.quality.Finding;

/** Tells the sender of a record which person it was found to be, and what the record lacks. */
final class IdentityExtension {

    static final String URL = "https://registry.hms.gov.py/fhir/StructureDefinition/resolved-identity";

    private IdentityExtension() {}

    static void addTo(Patient patient, FeedOutcome outcome, List<Finding> findings) {
        patient.getExtension().removeIf(extension -> URL.equals(extension.getUrl()));
        var extension = new Extension(URL);
        extension.addExtension("outcome", new CodeType(code(outcome)));
        extension.addExtension("person", new Reference("Patient/" + outcome.eid()));
        findings.forEach(finding -> extension.addExtension(toExtension(finding)));
        patient.addExtension(extension);
    }

    private static Extension toExtension(Finding finding) {
        var extension = new Extension("finding");
        extension.addExtension("rule", new CodeType(finding.ruleId()));
        extension.addExtension(
                "severity", new CodeType(finding.severity().name().toLowerCase(Locale.ROOT)));
        extension.addExtension("field", new CodeType(finding.field()));
        extension.addExtension("sentence", new StringType(finding.sentence()));
        return extension;
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
