package org.hms.registry.journey;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import java.time.Duration;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionChannelType;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;

/** Writes subscriptions as a subscriber does, and waits for what becomes of them. */
final class Subscribing {

    static final String PROFILES = "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/";
    static final String IDENTITY = "https://registry.hms.gov.py/fhir/SubscriptionTopic/patient-identity-change";
    static final String PATIENT = "https://registry.hms.gov.py/fhir/SubscriptionTopic/patient-change";
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private Subscribing() {}

    static Subscription hook(String topic, String content, String endpoint, String... filters) {
        var subscription = new Subscription();
        subscription.setStatus(SubscriptionStatus.REQUESTED).setReason("A test");
        subscription.setCriteria(topic);
        for (var filter : filters) {
            subscription
                    .getCriteriaElement()
                    .addExtension(PROFILES + "backport-filter-criteria", new StringType(filter));
        }
        subscription
                .getChannel()
                .setType(SubscriptionChannelType.RESTHOOK)
                .setEndpoint(endpoint)
                .setPayload("application/fhir+json");
        subscription
                .getChannel()
                .getPayloadElement()
                .addExtension(PROFILES + "backport-payload-content", new CodeType(content));
        return subscription;
    }

    /** As ITI-94 wants it. */
    static Subscription message(String criteria, String endpoint) {
        var subscription = new Subscription();
        subscription.setStatus(SubscriptionStatus.REQUESTED).setReason("A test");
        subscription.setCriteria(criteria);
        subscription
                .getChannel()
                .setType(SubscriptionChannelType.MESSAGE)
                .setEndpoint(endpoint)
                .setPayload("application/fhir+json");
        return subscription;
    }

    static String create(IGenericClient client, Subscription subscription) {
        return client.create().resource(subscription).execute().getId().getIdPart();
    }

    static Subscription read(IGenericClient client, String id) {
        return client.read().resource(Subscription.class).withId(id).execute();
    }

    static void awaitStatus(IGenericClient client, String id, SubscriptionStatus wanted) {
        Eventually.until(
                "the subscription is " + wanted,
                PATIENCE,
                () -> read(client, id).getStatus() == wanted);
    }

    static String active(IGenericClient client, Subscription subscription) {
        var id = create(client, subscription);
        awaitStatus(client, id, SubscriptionStatus.ACTIVE);
        return id;
    }

    /** Waits until so many events were taken. */
    static void awaitTold(Receiver receiver, int count) {
        Eventually.until(
                count + " events are told", PATIENCE, () -> receiver.told().size() >= count);
    }

    static void delete(IGenericClient client, String id) {
        client.delete().resourceById("Subscription", id).execute();
    }
}
