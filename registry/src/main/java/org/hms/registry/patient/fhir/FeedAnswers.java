package org.hms.registry.patient.fhir;

import org.hl7.fhir.r4.model.Patient;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.patient.FeedOutcome;
import org.hms.registry.patient.IncomingRecord;
import org.hms.registry.patient.RecordQuality;

/** What a sender is told of a record that was taken: the record, its version, who it was found to be, and what it lacks. */
final class FeedAnswers {

    private final RecordQuality quality;

    FeedAnswers(RecordQuality quality) {
        this.quality = quality;
    }

    FhirAnswer of(Patient sent, IncomingRecord incoming, FeedOutcome outcome) {
        sent.setId("Patient/" + outcome.recordId());
        sent.getMeta().setVersionId(Integer.toString(outcome.version()));
        IdentityExtension.addTo(sent, outcome, quality.findings(incoming.demographics()));
        var location = "Patient/" + outcome.recordId() + "/_history/" + outcome.version();
        return outcome.created()
                ? FhirAnswer.created(sent, location)
                : FhirAnswer.ok(sent).withLocation(location);
    }
}
