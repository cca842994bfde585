package org.hms.registry.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.net.http.HttpResponse;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.MessageHeader;

/** How a message of ITI-93 was answered. */
final class Messages {

    private static final String RESPONSE = "urn:ihe:iti:pmir:2019:patient-feed-response";

    private Messages() {}

    /**
     * Taken is a response message in which every patient was taken, each by its own status; refused is a status from 400 on,
     * or a patient that was refused. The header's code is ok where every entry was taken, and only there.
     */
    static boolean taken(HttpResponse<String> answer) {
        if (answer.statusCode() >= 400) {
            return false;
        }
        var type = answer.headers().firstValue("Content-Type").orElse("");
        var parser = type.contains("xml")
                ? FhirContext.forR4Cached().newXmlParser()
                : FhirContext.forR4Cached().newJsonParser();
        var message = parser.parseResource(Bundle.class, answer.body());
        assertThat(message.getType()).isEqualTo(Bundle.BundleType.MESSAGE);
        var header = (MessageHeader) message.getEntryFirstRep().getResource();
        assertThat(header.getEventUriType().getValue()).isEqualTo(RESPONSE);
        var entries = ((Bundle) message.getEntry().get(1).getResource()).getEntry();
        assertThat(entries).isNotEmpty();
        boolean allOk = entries.stream().allMatch(Messages::ok);
        assertThat(header.getResponse().getCode() == MessageHeader.ResponseType.OK)
                .as("the response code says whether all entries were taken")
                .isEqualTo(allOk);
        return entries.stream()
                .filter(entry -> entry.getRequest().getUrl().matches("Patient([/?].*)?"))
                .allMatch(Messages::ok);
    }

    /** Whether nothing at all was refused. */
    static boolean whollyTaken(HttpResponse<String> answer) {
        return answer.statusCode() < 400 && answer.body().contains("\"code\":\"ok\"");
    }

    private static boolean ok(Bundle.BundleEntryComponent entry) {
        return entry.getResponse().getStatus().startsWith("2");
    }
}
