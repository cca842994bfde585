package org.hms.registry.journey;

import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;

/** Feeds patients as a source does with HAPI's client, and reads from the answer what became of them. */
final class Feeding {

    private static final String RESOLVED = "https://registry.hms.gov.py/fhir/StructureDefinition/resolved-identity";

    private Feeding() {}

    /** Under the last of its identifiers. */
    static MethodOutcome feed(IGenericClient client, Patient patient) {
        var key = patient.getIdentifier().getLast();
        return client.update()
                .resource(patient)
                .conditional()
                .where(Patient.IDENTIFIER.exactly().systemAndIdentifier(key.getSystem(), key.getValue()))
                .execute();
    }

    /** Feeds and gives the enterprise id of the person it was found to be. */
    static String fed(IGenericClient client, String system, String number, String row) {
        return eid(feed(client, TestPatients.patient(system, number, row)));
    }

    static String eid(MethodOutcome outcome) {
        var identity = ((Patient) outcome.getResource()).getExtensionByUrl(RESOLVED);
        return ((Reference) identity.getExtensionByUrl("person").getValue())
                .getReferenceElement()
                .getIdPart();
    }

    /** joined, opened, awaits-review or unchanged. */
    static String outcome(MethodOutcome outcome) {
        var identity = ((Patient) outcome.getResource()).getExtensionByUrl(RESOLVED);
        return identity.getExtensionByUrl("outcome").getValue().primitiveValue();
    }
}
