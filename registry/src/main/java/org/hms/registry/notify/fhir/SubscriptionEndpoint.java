package org.hms.registry.notify.fhir;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.hms.registry.access.Role;
import org.hms.registry.audit.AuditTrail;
import org.hms.registry.fhir.FhirEndpoint;
import org.hms.registry.fhir.Operation;
import org.hms.registry.fhir.SearchParameter;
import org.hms.registry.notify.NotificationWriter;
import org.hms.registry.notify.Subscriptions;
import org.hms.registry.notify.Topic;
import org.hms.registry.patient.PatientIndex;
import org.hms.registry.patient.fhir.PersonAsPatient;

/** What can be asked of Subscription over FHIR, and the form of what subscribers are sent. */
public final class SubscriptionEndpoint {

    static final String PMIR_PROFILE = "https://profiles.ihe.net/ITI/PMIR/StructureDefinition/IHE.PMIR.Subscription";

    private static final Role[] SUBSCRIBERS = {Role.ADMIN, Role.SYSTEM};

    private static final List<SearchParameter> SEARCHED = List.of(
            SearchParameter.of("_id", SearchParamType.TOKEN, "The id of a subscription"),
            SearchParameter.of("url", SearchParamType.URI, "The endpoint"),
            SearchParameter.of("status", SearchParamType.TOKEN, "requested, active, error or off"),
            SearchParameter.of("type", SearchParamType.TOKEN, "rest-hook or message"),
            SearchParameter.of("criteria", SearchParamType.STRING, "The beginning of the criteria"));

    private final NotificationBundles bundles;
    private final FeedMessages messages;

    public SubscriptionEndpoint(PatientIndex index, InstantSource clock) {
        var persons = new PersonAsPatient(index);
        this.bundles = new NotificationBundles(persons, clock);
        this.messages = new FeedMessages(persons, clock);
    }

    public NotificationWriter writer() {
        return new FhirNotificationWriter(bundles, messages);
    }

    public FhirEndpoint of(Subscriptions subscriptions, AuditTrail audit, InstantSource clock) {
        var interactions = new SubscriptionInteractions(subscriptions);
        var operations = new SubscriptionOperations(subscriptions, interactions, bundles, audit, clock);
        var asked = Set.of("GET", "POST");
        var endpoint = FhirEndpoint.of("Subscription")
                .profile(Backport.SUBSCRIPTION)
                .read(interactions::read, SUBSCRIBERS)
                .search(interactions::search, SEARCHED, SUBSCRIBERS)
                .create(interactions::create, SUBSCRIBERS)
                .update(interactions::update, SUBSCRIBERS)
                .delete(interactions::delete, SUBSCRIBERS)
                .operation(
                        "status",
                        Operation.Level.INSTANCE,
                        asked,
                        operations::statusOfOne,
                        Backport.STATUS_OPERATION,
                        SUBSCRIBERS)
                .operation(
                        "status",
                        Operation.Level.TYPE,
                        asked,
                        operations::statusOfAll,
                        Backport.STATUS_OPERATION,
                        SUBSCRIBERS)
                .operation(
                        "events",
                        Operation.Level.INSTANCE,
                        asked,
                        operations::events,
                        Backport.EVENTS_OPERATION,
                        SUBSCRIBERS);
        Arrays.stream(Topic.values()).forEach(topic -> endpoint.declares(Backport.TOPIC, topic.url()));
        return endpoint.build();
    }
}
