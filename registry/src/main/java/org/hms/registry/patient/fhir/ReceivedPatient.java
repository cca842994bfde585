package org.hms.registry.patient.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.time.Instant;
import java.util.Date;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** A source's record as it was received, under our id, with a link to the person it was found to be. */
final class ReceivedPatient {

    private static final FhirContext FHIR = FhirContext.forR4Cached();

    private ReceivedPatient() {}

    static Patient of(String content, String recordId, int version, Instant receivedAt, @Nullable String eid) {
        var patient = FHIR.newJsonParser().parseResource(Patient.class, content);
        patient.setId(recordId);
        patient.getMeta().setVersionId(Integer.toString(version)).setLastUpdated(Date.from(receivedAt));
        if (eid != null) {
            patient.addLink().setType(LinkType.REFER).setOther(new Reference("Patient/" + eid));
            // PDQm: whoever has a link says whether they are active.
            patient.setActive(!patient.hasActive() || patient.getActive());
        }
        return patient;
    }
}
