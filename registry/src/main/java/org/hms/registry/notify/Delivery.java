package org.hms.registry.notify;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.hms.registry.audit.AuditEntry;
import org.hms.registry.audit.AuditTrail;
import org.hms.registry.notify.Notification.Kind;
import org.hms.registry.notify.Subscription.Status;

/**
 * Sends what is next to one subscription and notes what came of it. Called by one thread at a time for each subscription; what
 * was sent but not noted is sent again, so each event arrives at least once, and none before its predecessor was taken.
 */
final class Delivery {

    private final SubscriptionStore store;
    private final NotificationWriter writer;
    private final Courier courier;
    private final AuditTrail audit;
    private final DeliverySettings.Patience patience;
    private final Backoff backoff;
    private final InstantSource clock;

    Delivery(
            SubscriptionStore store,
            NotificationWriter writer,
            Courier courier,
            AuditTrail audit,
            DeliverySettings.Patience patience,
            Backoff backoff,
            InstantSource clock) {
        this.store = store;
        this.writer = writer;
        this.courier = courier;
        this.audit = audit;
        this.patience = patience;
        this.backoff = backoff;
        this.clock = clock;
    }

    /** One notification; true when the next may follow at once. */
    boolean step(String id) throws InterruptedException {
        var subscription = store.find(id).orElse(null);
        var progress = store.progress(id).orElse(null);
        if (subscription == null || progress == null) {
            return false;
        }
        return switch (subscription.status()) {
            case REQUESTED -> activate(subscription, progress);
            case ACTIVE -> next(subscription, progress);
            case ERROR, OFF -> false;
        };
    }

    /** A rest-hook is shaken hands with; ITI-94 knows no such thing, a message channel is active at once. */
    private boolean activate(Subscription subscription, Progress progress) throws InterruptedException {
        var outcome = subscription.channel().type() == Channel.Type.MESSAGE
                ? new Courier.Outcome.Taken("")
                : send(subscription, new Notification(Kind.HANDSHAKE, List.of(), progress.events()));
        switch (outcome) {
            case Courier.Outcome.Taken _ -> store.stand(subscription, Status.ACTIVE, "", clock.instant());
            case Courier.Outcome.Failed(var reason) ->
                store.stand(subscription, Status.ERROR, "The handshake failed: " + reason, clock.instant());
        }
        return outcome instanceof Courier.Outcome.Taken;
    }

    private boolean next(Subscription subscription, Progress progress) throws InterruptedException {
        var count = subscription.channel().pace().count();
        var events = store.events(subscription.id(), progress.delivered() + 1, progress.events(), count);
        if (!events.isEmpty()) {
            long last = events.getLast().number();
            return noted(subscription, progress, last, send(subscription, new Notification(Kind.EVENTS, events, last)));
        }
        var heartbeat = progress.nextHeartbeat();
        if (heartbeat == null || heartbeat.isAfter(clock.instant()) || progress.delivered() < progress.events()) {
            return false;
        }
        if (subscription.channel().type() == Channel.Type.MESSAGE) {
            return false;
        }
        var sign = new Notification(Kind.HEARTBEAT, List.of(), progress.events());
        return noted(subscription, progress, progress.delivered(), send(subscription, sign));
    }

    private boolean noted(Subscription subscription, Progress progress, long last, Courier.Outcome outcome) {
        var now = clock.instant();
        switch (outcome) {
            case Courier.Outcome.Taken _ -> store.delivered(subscription, last, now);
            case Courier.Outcome.Failed(var reason) -> {
                int attempts = progress.attempts() + 1;
                if (attempts >= patience.mostAttempts()) {
                    store.stand(subscription, Status.ERROR, "Given up after " + attempts + " attempts: " + reason, now);
                } else {
                    store.failed(subscription, now.plus(backoff.after(attempts)));
                }
            }
        }
        return outcome instanceof Courier.Outcome.Taken;
    }

    /** What leaves the house is written down before it does. */
    private Courier.Outcome send(Subscription subscription, Notification notification) throws InterruptedException {
        var written = writer.write(subscription, notification);
        if (!written.disclosed().isEmpty()) {
            audit.record(new AuditEntry(
                    clock.instant(), subscription.owner(), "notify", "Patient", written.disclosed(), "sent"));
        }
        var channel = subscription.channel();
        var outcome = courier.bring(
                channel, written, Duration.ofSeconds(channel.pace().timeout()));
        return outcome instanceof Courier.Outcome.Taken(var answer) && writer.refuses(subscription, answer)
                ? new Courier.Outcome.Failed("The receiver answered that it did not take the message")
                : outcome;
    }
}
