package org.hms.registry.patient.fhir;

import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.MessageHeader.ResponseType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.UriType;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirHandler;
import org.hms.registry.fhir.FhirRequest;
import org.hms.registry.patient.PatientFeed;
import org.hms.registry.patient.PatientIndex;
import org.hms.registry.patient.PatientStore;

/**
 * <a href="https://profiles.ihe.net/ITI/PMIR/ITI-93.html">Mobile Patient Identity Feed, ITI-93</a>, taken as FHIR messaging:
 * {@code POST $process-message}. Entries stand for themselves; each is answered by a status of its own.
 */
final class FeedMessageOperation implements FhirHandler {

    private final PatientFeed feed;
    private final PatientIntake intake;
    private final PatientIndex index;
    private final PatientStore store;
    private final RecordRemoval removal;

    FeedMessageOperation(
            PatientFeed feed, PatientIntake intake, PatientIndex index, PatientStore store, RecordRemoval removal) {
        this.feed = feed;
        this.intake = intake;
        this.index = index;
        this.store = store;
        this.removal = removal;
    }

    @Override
    public FhirAnswer handle(FhirRequest request) {
        var message = FeedMessage.of(PatientBatch.requireBundle(request, PatientBatch.MAX_ENTRIES));
        var entries = new MessageEntries(feed, intake, index, store, removal, request.caller());
        return FhirAnswer.ok(response(message, entries.process(message.entries()), request.base()));
    }

    private static Bundle response(FeedMessage message, List<BundleEntryComponent> answers, String base) {
        var history = new Bundle().setType(Bundle.BundleType.HISTORY);
        history.setId(UUID.randomUUID().toString());
        answers.forEach(answer -> history.addEntry(answer.setFullUrl(fullUrl(answer, base))));
        boolean refused = answers.stream()
                .anyMatch(answer -> !answer.getResponse().getStatus().startsWith("2"));
        var header = new MessageHeader().setEvent(new UriType(FeedMessage.RESPONSE_EVENT));
        header.setId(UUID.randomUUID().toString());
        header.getSource().setEndpoint(base);
        header.getResponse()
                .setIdentifier(
                        message.header().getIdElement().getIdPart() == null
                                ? "unnamed"
                                : message.header().getIdElement().getIdPart())
                .setCode(refused ? ResponseType.FATALERROR : ResponseType.OK);
        header.addFocus(new Reference("urn:uuid:" + history.getIdElement().getIdPart()));
        var response = new Bundle().setType(Bundle.BundleType.MESSAGE);
        response.setTimestamp(new Date());
        response.addEntry()
                .setFullUrl("urn:uuid:" + header.getIdElement().getIdPart())
                .setResource(header);
        response.addEntry()
                .setFullUrl("urn:uuid:" + history.getIdElement().getIdPart())
                .setResource(history);
        return response;
    }

    /** Of what was stored its address; of what was refused one that nobody else has. */
    private static String fullUrl(BundleEntryComponent answer, String base) {
        var location = answer.getResponse().getLocation();
        if (location == null) {
            return "urn:uuid:" + UUID.randomUUID();
        }
        var resource = location.replaceFirst("/_history/.*$", "");
        return resource.startsWith("http") ? resource : base + "/" + resource;
    }
}
