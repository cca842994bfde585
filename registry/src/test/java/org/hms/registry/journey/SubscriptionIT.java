package org.hms.registry.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hms.registry.journey.Subscribing.IDENTITY;
import static org.hms.registry.journey.Subscribing.PATIENT;
import static org.hms.registry.journey.TestPatients.HIS;
import static org.hms.registry.journey.TestPatients.IPS;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.io.IOException;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Subscriptions as a subscriber lives with them, driven by HAPI's client. */
@ExtendWith(SharedRegistry.class)
final class SubscriptionIT {

    private static final Caller ADMIN = new Caller("test-admin", Role.ADMIN);

    private static RunningRegistry registry;
    private static IGenericClient admin;
    private static IGenericClient his;

    @BeforeAll
    static void start(RunningRegistry shared) {
        registry = shared;
        admin = shared.client(ADMIN);
        his = shared.client(RunningRegistry.source("mspbs-his"));
    }

    @Test
    void aSubscriberShakesHandsIsToldByIdAndReadsTheEventsAgain() throws IOException {
        try (var receiver = Receiver.start()) {
            var id = Subscribing.active(his, Subscribing.hook(IDENTITY, "id-only", receiver.endpoint()));
            var eid = Feeding.fed(his, HIS, "sub-1", "Ramona | Giménez Ayala | 1990-01-01 | F | 5550001");
            Subscribing.awaitTold(receiver, 1);

            var handshake = receiver.received().getFirst();
            var notice = receiver.received("event-notification").getFirst();
            var events = operation(his, id, "$events");
            var status = operation(his, id, "$status");

            assertThat(handshake.type()).isEqualTo("handshake");
            assertThat(handshake.sinceStart()).isZero();
            assertThat(parameter(handshake.status(), "status")).isEqualTo("requested");
            assertThat(notice.events()).extracting(Receiver.Told::focus).containsExactly(eid);
            assertThat(notice.bundle().getEntry()).hasSize(1);
            requireShape(notice.bundle(), id, "event-notification");
            assertThat(notice.body()).doesNotContain("Giménez", "5550001");
            requireShape(events, id, "query-event");
            assertThat(new Receiver.Received("json", null, json(events), 200).events())
                    .isEqualTo(notice.events());
            assertThat(events.getType()).isEqualTo(Bundle.BundleType.HISTORY);
            assertThat(status.getType()).isEqualTo(Bundle.BundleType.SEARCHSET);
            assertThat(parameter((Parameters) status.getEntryFirstRep().getResource(), "status"))
                    .isEqualTo("active");
            Subscribing.delete(his, id);
            assertThatThrownBy(() -> Subscribing.read(his, id)).isInstanceOf(ResourceNotFoundException.class);
        }
    }

    /** What the backport's text asks of a notification bundle in R4; its package is not at hand to validate with. */
    private static void requireShape(Bundle bundle, String id, String type) {
        assertThat(bundle.getType()).isEqualTo(Bundle.BundleType.HISTORY);
        assertThat(bundle.getTimestamp()).isNotNull();
        assertThat(bundle.getEntry()).allSatisfy(entry -> {
            assertThat(entry.getFullUrl()).isNotBlank();
            assertThat(entry.getRequest().hasMethod()).isTrue();
            assertThat(entry.getRequest().getUrl()).isNotBlank();
            assertThat(entry.getResponse().getStatus()).isNotBlank();
        });
        var first = bundle.getEntryFirstRep();
        assertThat(first.getRequest().getMethod()).isEqualTo(Bundle.HTTPVerb.GET);
        assertThat(first.getRequest().getUrl())
                .isEqualTo(registry.uri("/fhir/Subscription/" + id + "/$status").toString());
        var status = (Parameters) first.getResource();
        assertThat(status.getMeta().getProfile().getFirst().getValue())
                .isEqualTo(Subscribing.PROFILES + "backport-subscription-status-r4");
        for (var name : List.of("subscription", "status", "type")) {
            assertThat(status.getParameter().stream()
                            .filter(one -> one.getName().equals(name)))
                    .as(name)
                    .hasSize(1);
        }
        assertThat(parameter(status, "type")).isEqualTo(type);
        assertThat(status.getParameterValue("status").fhirType()).isEqualTo("code");
        assertThat(status.getParameterValue("events-since-subscription-start").fhirType())
                .isEqualTo("string");
        assertThat(status.getParameter().stream()
                        .filter(one -> one.getName().equals("notification-event"))
                        .flatMap(one -> one.getPart().stream())
                        .map(part -> part.getName() + ":" + part.getValue().fhirType()))
                .isSubsetOf(
                        "event-number:string", "timestamp:instant", "focus:Reference", "additional-context:Reference");
    }

    @Test
    void anEmptyPayloadNamesNobodyAndAFullOneBringsThePatientAndIsAudited() throws IOException {
        try (var empty = Receiver.start();
                var full = Receiver.start()) {
            var first = Subscribing.active(admin, Subscribing.hook(PATIENT, "empty", empty.endpoint()));
            var wanted = Subscribing.hook(PATIENT, "full-resource", full.endpoint());
            wanted.getChannel()
                    .setPayload("application/fhir+xml")
                    .getPayloadElement()
                    .setExtension(Subscribing.hook(PATIENT, "full-resource", "x")
                            .getChannel()
                            .getPayloadElement()
                            .getExtension());
            var second = Subscribing.active(admin, wanted);
            var eid = Feeding.fed(admin, HIS, "full-1", "Sotera | Maidana Brítez | 1977-07-07 | F | 5550002");
            Subscribing.awaitTold(empty, 1);
            Subscribing.awaitTold(full, 1);

            var silent = empty.received("event-notification").getFirst();
            var telling = full.received("event-notification").getFirst();

            assertThat(silent.body()).doesNotContain(eid).doesNotContain("\"topic\"");
            assertThat(silent.bundle().getEntry()).hasSize(1);
            assertThat(telling.contentType()).startsWith("application/fhir+xml");
            requireShape(telling.bundle(), second, "event-notification");
            var entry = telling.bundle().getEntry().get(1);
            assertThat(entry.getRequest().getMethod()).isEqualTo(Bundle.HTTPVerb.POST);
            assertThat(((Patient) entry.getResource()).getNameFirstRep().getFamily())
                    .contains("Maidana");
            assertThat(audited(eid)).contains("notify");
            assertThat(audited(first)).containsExactly("subscribe");
            Subscribing.delete(admin, first);
            Subscribing.delete(admin, second);
            assertThat(audited(first)).containsExactlyInAnyOrder("subscribe", "unsubscribe");
        }
    }

    @Test
    void onlyWhatTheFiltersAndTheSourceAllowIsTold() throws IOException {
        try (var byPerson = Receiver.start();
                var byDomain = Receiver.start();
                var own = Receiver.start()) {
            var eid = Feeding.fed(admin, HIS, "fil-1", "Eladia | Vera Santacruz | 1981-01-11 | F | 5550003");
            var ids = List.of(
                    Subscribing.active(
                            admin, Subscribing.hook(PATIENT, "id-only", byPerson.endpoint(), "Patient?_id=" + eid)),
                    Subscribing.active(
                            admin,
                            Subscribing.hook(
                                    PATIENT, "id-only", byDomain.endpoint(), "Patient?identifier=" + IPS + "|")),
                    Subscribing.active(his, Subscribing.hook(PATIENT, "id-only", own.endpoint())));
            var other = Feeding.fed(admin, IPS, "fil-2", "Crispín | Rolón Adorno | 1952-02-12 | M | 5550004");
            var same = Feeding.fed(admin, HIS, "fil-1", "Eladia | Vera Santacruz | 1981-01-12 | F | 5550003");
            Subscribing.awaitTold(byPerson, 1);
            Subscribing.awaitTold(byDomain, 1);
            Subscribing.awaitTold(own, 1);

            assertThat(same).isEqualTo(eid);
            assertThat(byPerson.told()).extracting(Receiver.Told::focus).containsExactly(eid);
            assertThat(byDomain.told()).extracting(Receiver.Told::focus).containsExactly(other);
            assertThat(own.told()).extracting(Receiver.Told::focus).containsExactly(eid);
            ids.forEach(id -> Subscribing.delete(admin, id));
        }
    }

    @Test
    void aMergeIsToldWithItsHeirAndAsAMessageInTheFormOfIti93() throws IOException {
        try (var hook = Receiver.start();
                var feed = Receiver.start()) {
            var ids = List.of(
                    Subscribing.active(admin, Subscribing.hook(IDENTITY, "id-only", hook.endpoint())),
                    Subscribing.active(admin, Subscribing.message("Patient", feed.endpoint())));
            var one = Feeding.fed(
                    admin, HIS, "mrg-1", "Isabelina | Cáceres Ortellado | 1961-06-16 | F | 5550005 | Rosa Ortellado");
            var two =
                    Feeding.fed(admin, IPS, "mrg-2", "Anacleto | Benegas Sosa | 1933-03-13 | M | 5550006 | Sara Sosa");
            var heir = Feeding.fed(
                    admin, IPS, "mrg-2", "Isabelina | Cáceres Ortellado | 1961-06-16 | F | 5550005 | Rosa Ortellado");
            var ended = heir.equals(one) ? two : one;
            Subscribing.awaitTold(hook, 4);
            Eventually.until(
                    "the message has come",
                    Subscribing.PATIENCE,
                    () -> patients(feed).stream()
                            .anyMatch(patient -> patient.getIdPart().equals(ended) && !patient.getActive()));

            assertThat(hook.told())
                    .anySatisfy(told -> assertThat(told.context()).containsExactly("Patient/" + heir));
            requireMessage(feed.received().getLast().bundle(), feed.endpoint());
            var former = patients(feed).stream()
                    .filter(patient -> patient.getIdPart().equals(ended) && !patient.getActive())
                    .findFirst()
                    .orElseThrow();
            assertThat(former.getLinkFirstRep().getType()).isEqualTo(Patient.LinkType.REPLACEDBY);
            assertThat(former.getLinkFirstRep().getOther().getReference()).isEqualTo("Patient/" + heir);
            ids.forEach(id -> Subscribing.delete(admin, id));
        }
    }

    /** As ITI-93 shapes a message. */
    private static void requireMessage(Bundle message, String endpoint) {
        assertThat(message.getType()).isEqualTo(Bundle.BundleType.MESSAGE);
        assertThat(message.getEntry()).hasSize(2);
        var header =
                (org.hl7.fhir.r4.model.MessageHeader) message.getEntryFirstRep().getResource();
        assertThat(header.getEventUriType().getValue()).isEqualTo("urn:ihe:iti:pmir:2019:patient-feed");
        assertThat(header.getDestinationFirstRep().getEndpoint()).isEqualTo(endpoint);
        assertThat(header.getFocusFirstRep().getReference())
                .isEqualTo(message.getEntry().get(1).getFullUrl());
        var history = (Bundle) message.getEntry().get(1).getResource();
        assertThat(history.getType()).isEqualTo(Bundle.BundleType.HISTORY);
        assertThat(history.getEntry()).allSatisfy(entry -> {
            assertThat(entry.getRequest().hasMethod()).isTrue();
            assertThat(entry.getResponse().getStatus()).isNotBlank();
        });
    }

    private static List<Patient> patients(Receiver feed) {
        return feed.received().stream()
                .map(one -> (Bundle) one.bundle().getEntry().get(1).getResource())
                .flatMap(history -> history.getEntry().stream())
                .map(entry -> (Patient) entry.getResource())
                .toList();
    }

    private static Bundle operation(IGenericClient client, String id, String name) {
        return client.operation()
                .onInstance("Subscription/" + id)
                .named(name)
                .withNoParameters(Parameters.class)
                .useHttpGet()
                .returnResourceType(Bundle.class)
                .execute();
    }

    private static List<String> audited(String subject) {
        return registry.database()
                .withHandle(handle -> handle.createQuery(
                                "SELECT action FROM audit_entry WHERE subject_ids @> ARRAY[:subject]::text[]")
                        .bind("subject", subject)
                        .mapTo(String.class)
                        .list());
    }

    private static String parameter(Parameters status, String name) {
        return status.getParameterValue(name).primitiveValue();
    }

    private static String json(org.hl7.fhir.r4.model.Resource resource) {
        return ca.uhn.fhir.context.FhirContext.forR4Cached().newJsonParser().encodeResourceToString(resource);
    }
}
