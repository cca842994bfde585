package org.hms.registry.notify.fhir;

import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.MessageHeader.ResponseType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.UriType;
import org.hms.registry.notify.Event;
import org.hms.registry.notify.Subscription;
import org.hms.registry.patient.fhir.PersonAsPatient;

/** <a href="https://profiles.ihe.net/ITI/PMIR/ITI-93.html">Mobile Patient Identity Feed, ITI-93</a>, as its supplier sends it. */
final class FeedMessages {

    private static final String PROFILES = "https://profiles.ihe.net/ITI/PMIR/StructureDefinition/";
    private static final String EVENT = "urn:ihe:iti:pmir:2019:patient-feed";

    private final PersonAsPatient persons;
    private final InstantSource clock;

    FeedMessages(PersonAsPatient persons, InstantSource clock) {
        this.persons = persons;
        this.clock = clock;
    }

    /** A message with a history of Patients, each once: created, updated, or ended in another. */
    Bundle of(Subscription subscription, List<Event> events) {
        var base = subscription.way().details().base();
        var history = new Bundle().setType(BundleType.HISTORY);
        history.setId(UUID.randomUUID().toString());
        history.getMeta().addProfile(PROFILES + "IHE.PMIR.Bundle.History");
        NotificationBundles.kinds(events)
                .forEach((eid, kind) -> history.addEntry(NotificationBundles.entry(base, persons.now(eid), kind)));
        var message = new Bundle().setType(BundleType.MESSAGE).setTimestamp(Date.from(clock.instant()));
        message.setId(UUID.randomUUID().toString());
        message.getMeta().addProfile(PROFILES + "IHE.PMIR.Bundle");
        var focus = base + "/Bundle/" + history.getId();
        var header = header(subscription, base, focus);
        message.addEntry().setFullUrl(base + "/MessageHeader/" + header.getId()).setResource(header);
        message.addEntry().setFullUrl(focus).setResource(history);
        return message;
    }

    private static MessageHeader header(Subscription subscription, String base, String focus) {
        var header = new MessageHeader();
        header.setId(UUID.randomUUID().toString());
        header.getMeta().addProfile(PROFILES + "IHE.PMIR.MessageHeader");
        header.setEvent(new UriType(EVENT));
        header.addDestination().setEndpoint(subscription.channel().endpoint().toString());
        header.getSource().setName("HMS Registry").setEndpoint(base);
        header.addFocus(new Reference(focus));
        return header;
    }

    /** Whether an answer is a message whose header says that this one failed. */
    static boolean saysFailed(Resource answer) {
        return answer instanceof Bundle bundle
                && bundle.getEntry().stream()
                        .map(Bundle.BundleEntryComponent::getResource)
                        .filter(MessageHeader.class::isInstance)
                        .map(header -> ((MessageHeader) header).getResponse().getCode())
                        .anyMatch(code -> code == ResponseType.FATALERROR || code == ResponseType.TRANSIENTERROR);
    }
}
