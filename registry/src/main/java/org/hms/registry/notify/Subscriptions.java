package org.hms.registry.notify;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.audit.AuditEntry;
import org.hms.registry.audit.AuditTrail;
import org.hms.registry.change.ChangeLog;
import org.hms.registry.notify.Subscription.Standing;
import org.hms.registry.notify.Subscription.Status;
import org.hms.registry.notify.Subscription.Way;

/**
 * Makes, changes and ends subscriptions. An administrator's reach everybody; a source system has its own, and they tell it of
 * persons of whom it holds a record.
 */
public final class Subscriptions {

    private static final int MOST_OF_A_SOURCE = 100;

    private final SubscriptionStore store;
    private final ChangeLog log;
    private final ReceiverPolicy policy;
    private final AuditTrail audit;
    private final InstantSource clock;

    public Subscriptions(
            SubscriptionStore store, ChangeLog log, ReceiverPolicy policy, AuditTrail audit, InstantSource clock) {
        this.store = store;
        this.log = log;
        this.policy = policy;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of a wish. */
    public sealed interface Outcome {

        record Done(Subscription subscription) implements Outcome {}

        /** The sentence says why, and the element where. */
        record Refused(String reason, String element) implements Outcome {}

        /** The caller has no such subscription. */
        record Unknown() implements Outcome {}

        /** Somebody was faster. */
        record Superseded() implements Outcome {}
    }

    /** What a subscriber writes: REQUESTED or OFF, what it wants to hear of, and where. */
    public record Wish(Status status, Interest interest, Way way) {}

    public Outcome create(Caller caller, Wish wish) {
        var objection = objection(caller, wish);
        if (objection.isPresent()) {
            return objection.get();
        }
        if (caller.role() != Role.ADMIN && list(caller).size() >= MOST_OF_A_SOURCE) {
            return new Outcome.Refused("A source has at most " + MOST_OF_A_SOURCE + " subscriptions", "Subscription");
        }
        var now = clock.instant();
        var subscription = new Subscription(
                UUID.randomUUID().toString(),
                1,
                now,
                caller,
                new Standing(wish.status(), null),
                wish.interest(),
                wish.way());
        store.create(subscription, log.last());
        record(caller, "subscribe", subscription.id(), now);
        return new Outcome.Done(subscription);
    }

    /**
     * Puts a wish in the place of what was wished before. Without headers those kept stay, unless the endpoint is another: a
     * receiver's credentials never go to another address.
     */
    public Outcome change(Caller caller, String id, int expectedVersion, Wish wish) {
        var before = find(caller, id).orElse(null);
        if (before == null) {
            return new Outcome.Unknown();
        }
        var objection = objection(before.owner(), wish);
        if (objection.isPresent()) {
            return objection.get();
        }
        var now = clock.instant();
        var next = new Subscription(
                id,
                before.version() + 1,
                now,
                before.owner(),
                new Standing(wish.status(), null),
                wish.interest(),
                keepingHeaders(wish.way(), before.channel()));
        boolean anew = before.status() == Status.OFF && wish.status() != Status.OFF;
        boolean first =
                before.version() == expectedVersion && store.replace(next, before.version(), anew ? log.last() : -1);
        if (!first) {
            return new Outcome.Superseded();
        }
        record(caller, wish.status() == Status.OFF ? "unsubscribe" : "subscribe", id, now);
        return new Outcome.Done(next);
    }

    public boolean delete(Caller caller, String id) {
        if (find(caller, id).isEmpty() || !store.delete(id)) {
            return false;
        }
        record(caller, "unsubscribe", id, clock.instant());
        return true;
    }

    public Optional<Subscription> find(Caller caller, String id) {
        return store.find(id).filter(subscription -> mayUse(caller, subscription));
    }

    public List<Subscription> list(Caller caller) {
        return store.list().stream()
                .filter(subscription -> mayUse(caller, subscription))
                .toList();
    }

    public Progress progress(Subscription subscription) {
        return store.progress(subscription.id()).orElseGet(() -> new Progress(0, 0, 0, 0, null, null));
    }

    /** Events that were found, by their numbers; those of long ago are forgotten. */
    public List<Event> events(Subscription subscription, long from, long to, int limit) {
        return store.events(subscription.id(), from, to, limit);
    }

    private Optional<Outcome> objection(Caller owner, Wish wish) {
        if (owner.role() != Role.ADMIN && owner.source() == null) {
            return refused("The token names no source system to subscribe for", "Subscription");
        }
        var end = wish.way().end();
        if (end != null && !end.isAfter(clock.instant())) {
            return refused("The end lies in the future", "Subscription.end");
        }
        return policy.objection(wish.way().channel().endpoint())
                .flatMap(reason -> refused(reason, "Subscription.channel.endpoint"));
    }

    private static Optional<Outcome> refused(String reason, String element) {
        return Optional.of(new Outcome.Refused(reason, element));
    }

    private static Way keepingHeaders(Way way, Channel before) {
        boolean keeps =
                way.channel().headers().isEmpty() && way.channel().endpoint().equals(before.endpoint());
        return keeps ? new Way(way.channel().withHeaders(before.headers()), way.details(), way.end()) : way;
    }

    private static boolean mayUse(Caller caller, Subscription subscription) {
        return caller.role() == Role.ADMIN
                || caller.source() != null
                        && caller.source().equals(subscription.owner().source());
    }

    private void record(Caller caller, String action, String id, Instant at) {
        audit.record(new AuditEntry(at, caller, action, "Subscription", List.of(id), "success"));
    }
}
