package org.hms.registry;

import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import org.hms.registry.fhir.FhirEndpoint;
import org.hms.registry.notify.ChangeFeed;
import org.hms.registry.notify.ChangeWatch;
import org.hms.registry.notify.DeliverySettings;
import org.hms.registry.notify.Dispatcher;
import org.hms.registry.notify.Notifications;
import org.hms.registry.notify.ReceiverPolicy;
import org.hms.registry.notify.Subscriptions;
import org.hms.registry.notify.fhir.SubscriptionEndpoint;
import org.hms.registry.notify.remote.HttpCourier;
import org.hms.registry.notify.store.JdbiChangeReads;
import org.hms.registry.notify.store.JdbiSubscriptionStore;
import org.hms.registry.notify.web.ChangeResource;

/** The notification of others put together: the feed, the subscriptions, and who delivers. */
final class Notified implements AutoCloseable {

    private final ChangeResource resource;
    private final FhirEndpoint endpoint;
    private final HttpCourier courier;
    private final Dispatcher dispatcher;

    Notified(Foundation foundation, DeliverySettings settings, boolean demonstration, InstantSource clock) {
        var jdbi = foundation.database().jdbi();
        var reads = new JdbiChangeReads(jdbi);
        var store = new JdbiSubscriptionStore(jdbi);
        var policy = new ReceiverPolicy(settings, demonstration);
        var watch = new ChangeWatch();
        var subscriptions = new Subscriptions(store, foundation.changes(), policy, foundation.audit(), clock);
        var fhir = new SubscriptionEndpoint(foundation.index(), clock);
        this.courier = new HttpCourier(policy, settings.trustedCertificates());
        this.resource = new ChangeResource(new ChangeFeed(foundation.changes(), reads), watch);
        this.endpoint = fhir.of(subscriptions, foundation.audit(), clock);
        this.dispatcher = new Notifications(
                        foundation.changes(), reads, store, fhir.writer(), courier, foundation.audit())
                .dispatcher(
                        settings.patience(),
                        watch,
                        clock,
                        () -> ThreadLocalRandom.current().nextDouble());
        dispatcher.start();
    }

    ChangeResource resource() {
        return resource;
    }

    FhirEndpoint endpoint() {
        return endpoint;
    }

    @Override
    public void close() {
        dispatcher.close();
        courier.close();
    }
}
