package org.hms.registry.notify.fhir;

import java.time.InstantSource;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hms.registry.notify.Channel.Content;
import org.hms.registry.notify.Event;
import org.hms.registry.notify.Notification;
import org.hms.registry.notify.PersonEvent.Kind;
import org.hms.registry.notify.Subscription;
import org.hms.registry.patient.fhir.PersonAsPatient;

/**
 * Notifications as <a href="http://hl7.org/fhir/uv/subscriptions-backport/notifications.html">Subscriptions R5 Backport</a>
 * wants them in R4: a history Bundle that begins with the status as Parameters.
 */
final class NotificationBundles {

    private final PersonAsPatient persons;
    private final InstantSource clock;

    NotificationBundles(PersonAsPatient persons, InstantSource clock) {
        this.persons = persons;
        this.clock = clock;
    }

    Bundle of(Subscription subscription, Notification notification, Content content) {
        var bundle = new Bundle();
        bundle.setId(UUID.randomUUID().toString());
        bundle.getMeta().addProfile(Backport.NOTIFICATION);
        bundle.setType(BundleType.HISTORY).setTimestamp(Date.from(clock.instant()));
        var type = switch (notification.kind()) {
            case HANDSHAKE -> "handshake";
            case HEARTBEAT -> "heartbeat";
            case EVENTS -> "event-notification";
            case QUERY_EVENTS -> "query-event";
        };
        var base = subscription.way().details().base();
        var patients = patients(notification.events(), content);
        var status = status(subscription, type, notification.eventsSinceStart(), content);
        notification.events().forEach(event -> status.addParameter(toParameter(event, content, patients)));
        var first = bundle.addEntry().setFullUrl("urn:uuid:" + status.getId()).setResource(status);
        first.getRequest().setMethod(HTTPVerb.GET).setUrl(base + "/Subscription/" + subscription.id() + "/$status");
        first.getResponse().setStatus("200");
        kinds(notification.events()).forEach((eid, kind) -> {
            if (content == Content.FULL_RESOURCE) {
                bundle.addEntry(entry(base, patients.getOrDefault(eid, new Patient()), kind));
            }
        });
        return bundle;
    }

    /** The state of a subscription as Parameters; the topic is named unless nothing is to be told. */
    Parameters status(Subscription subscription, String type, long eventsSinceStart, Content content) {
        var status = new Parameters();
        status.setId(UUID.randomUUID().toString());
        status.getMeta().addProfile(Backport.STATUS);
        status.addParameter()
                .setName("subscription")
                .setValue(new Reference(subscription.way().details().base() + "/Subscription/" + subscription.id()));
        if (content != Content.EMPTY) {
            status.addParameter()
                    .setName("topic")
                    .setValue(new CanonicalType(subscription.interest().topic().url()));
        }
        status.addParameter()
                .setName("status")
                .setValue(new CodeType(
                        SubscriptionMapping.status(subscription.status()).toCode()));
        status.addParameter().setName("type").setValue(new CodeType(type));
        status.addParameter()
                .setName("events-since-subscription-start")
                .setValue(new StringType(Long.toString(eventsSinceStart)));
        var error = subscription.standing().error();
        if (error != null) {
            status.addParameter().setName("error").setValue(new CodeableConcept().setText(error));
        }
        return status;
    }

    private static ParametersParameterComponent toParameter(
            Event event, Content content, Map<String, Patient> patients) {
        var parameter = new ParametersParameterComponent().setName("notification-event");
        parameter.addPart().setName("event-number").setValue(new StringType(Long.toString(event.number())));
        parameter.addPart().setName("timestamp").setValue(new InstantType(Date.from(event.at())));
        if (content != Content.EMPTY) {
            parameter.addPart().setName("focus").setValue(new Reference("Patient/" + event.eid()));
            var patient = patients.get(event.eid());
            if (patient != null) {
                patient.getLink().stream()
                        .filter(link -> link.getType() == Patient.LinkType.REPLACEDBY)
                        .forEach(link -> parameter
                                .addPart()
                                .setName("additional-context")
                                .setValue(new Reference(link.getOther().getReference())));
            }
        }
        return parameter;
    }

    /** The Patients told of: all of them when they are sent whole, otherwise those that have an heir to be named. */
    private Map<String, Patient> patients(List<Event> events, Content content) {
        var patients = new LinkedHashMap<String, Patient>();
        events.stream()
                .filter(event ->
                        content == Content.FULL_RESOURCE || content == Content.ID_ONLY && event.kind() == Kind.MERGED)
                .forEach(event -> patients.computeIfAbsent(event.eid(), persons::now));
        return patients;
    }

    /** Each person once, in the order of the first event, which also says whether it is new to the receiver. */
    static Map<String, Kind> kinds(List<Event> events) {
        var kinds = new LinkedHashMap<String, Kind>();
        events.forEach(event -> kinds.putIfAbsent(event.eid(), event.kind()));
        return kinds;
    }

    /** As it stands now, whatever it was at the event: what a person has lost since is not sent any more. */
    static BundleEntryComponent entry(String base, Patient patient, Kind kind) {
        var id = patient.getIdElement().getIdPart();
        var entry =
                new BundleEntryComponent().setFullUrl(base + "/Patient/" + id).setResource(patient);
        boolean opened = kind == Kind.OPENED;
        entry.getRequest()
                .setMethod(opened ? HTTPVerb.POST : HTTPVerb.PUT)
                .setUrl(opened ? "Patient" : "Patient/" + id);
        entry.getResponse().setStatus(opened ? "201" : "200");
        if (patient.getMeta().hasVersionId()) {
            entry.getResponse()
                    .setEtag("W/\"" + patient.getMeta().getVersionId() + "\"")
                    .setLastModified(patient.getMeta().getLastUpdated());
        }
        return entry;
    }
}
