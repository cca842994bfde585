package org.hms.registry.patient.fhir;

import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.UriType;
import org.hms.registry.fhir.FhirProblem;

/** A message of ITI-93: a header that names the event, and the history of what has changed at its sender. */
record FeedMessage(MessageHeader header, List<BundleEntryComponent> entries) {

    static final String EVENT = "urn:ihe:iti:pmir:2019:patient-feed";
    static final String RESPONSE_EVENT = "urn:ihe:iti:pmir:2019:patient-feed-response";

    static FeedMessage of(Bundle bundle) {
        if (bundle.getType() != Bundle.BundleType.MESSAGE) {
            throw FhirProblem.invalid("A message is a Bundle of type message", "Bundle.type");
        }
        if (!(resource(bundle, 0) instanceof MessageHeader header)) {
            throw FhirProblem.invalid("The first entry of a message is its MessageHeader", "Bundle.entry[0]");
        }
        if (!(header.getEvent() instanceof UriType event) || !EVENT.equals(event.getValue())) {
            throw FhirProblem.codeInvalid(422, "Messages of this event are not taken here; the event is " + EVENT)
                    .at("Bundle.entry[0].resource.event");
        }
        if (header.hasResponse()) {
            throw FhirProblem.invalid("An answer is not answered", "Bundle.entry[0].resource.response");
        }
        if (!(resource(bundle, 1) instanceof Bundle history) || history.getType() != Bundle.BundleType.HISTORY) {
            throw FhirProblem.invalid("The second entry of a feed is a Bundle of type history", "Bundle.entry[1]");
        }
        return new FeedMessage(header, history.getEntry());
    }

    private static Resource resource(Bundle bundle, int entry) {
        return entry < bundle.getEntry().size() && bundle.getEntry().get(entry).hasResource()
                ? bundle.getEntry().get(entry).getResource()
                : bundle;
    }
}
