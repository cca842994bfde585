package org.hms.registry.notify.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hms.registry.notify.Event;
import org.hms.registry.notify.PersonEvent;
import org.hms.registry.notify.Progress;
import org.hms.registry.notify.Subscription;
import org.hms.registry.notify.Subscription.Status;
import org.hms.registry.notify.SubscriptionStore;
import org.hms.registry.notify.store.SubscriptionDao.Scanned;
import org.hms.registry.store.InstanceProperties;
import org.hms.registry.store.StoredJson;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Subscriptions in Postgres. The credentials of receivers are read here, and written into no log and no message. */
public final class JdbiSubscriptionStore implements SubscriptionStore {

    private static final String HOLDER = "notification-holder";

    private final Jdbi jdbi;
    private final StoredJson json = new StoredJson();
    private final String self = UUID.randomUUID().toString();

    public JdbiSubscriptionStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void claim() {
        new InstanceProperties(jdbi).put(HOLDER, self);
    }

    @Override
    public boolean holdsClaim() {
        return new InstanceProperties(jdbi).find(HOLDER).filter(self::equals).isPresent();
    }

    @Override
    public void create(Subscription subscription, long scannedTo) {
        jdbi.useExtension(SubscriptionDao.class, dao -> dao.insert(SubscriptionRow.of(subscription, json), scannedTo));
    }

    @Override
    public Optional<Subscription> find(String id) {
        return jdbi.withExtension(SubscriptionDao.class, dao -> dao.find(id)).map(row -> row.toSubscription(json));
    }

    @Override
    public List<Subscription> list() {
        return subscriptions(jdbi.withExtension(SubscriptionDao.class, SubscriptionDao::list));
    }

    @Override
    public Optional<Progress> progress(String id) {
        return jdbi.withExtension(SubscriptionDao.class, dao -> dao.findProgress(id));
    }

    @Override
    public boolean replace(Subscription next, int before, long startsAt) {
        return jdbi.withExtension(
                SubscriptionDao.class, dao -> dao.replace(SubscriptionRow.of(next, json), before, startsAt));
    }

    @Override
    public boolean delete(String id) {
        return jdbi.withExtension(SubscriptionDao.class, dao -> dao.delete(id));
    }

    @Override
    public Map<Subscription, Long> watching() {
        var scanned = jdbi.withExtension(SubscriptionDao.class, SubscriptionDao::listWatching).stream()
                .collect(Collectors.toMap(Scanned::id, Scanned::scannedTo));
        if (scanned.isEmpty()) {
            return Map.of();
        }
        var watching = new LinkedHashMap<Subscription, Long>();
        for (var subscription : list()) {
            var position = scanned.get(subscription.id());
            if (position != null) {
                watching.put(subscription, position);
            }
        }
        return watching;
    }

    @Override
    public void append(Map<Subscription, List<PersonEvent>> found, long upTo) {
        var byId = new HashMap<String, List<PersonEvent>>();
        found.forEach((subscription, events) -> byId.put(subscription.id(), events));
        jdbi.useTransaction(transaction -> {
            var dao = transaction.attach(SubscriptionDao.class);
            for (var scanned : dao.lock(List.copyOf(byId.keySet()))) {
                if (scanned.scannedTo() < upTo) {
                    var fresh = byId.getOrDefault(scanned.id(), List.of()).stream()
                            .filter(event -> event.change() > scanned.scannedTo())
                            .toList();
                    insert(transaction, scanned, fresh);
                    dao.scanned(new Scanned(scanned.id(), upTo, scanned.events() + fresh.size()));
                }
            }
        });
    }

    private static void insert(Handle transaction, Scanned scanned, List<PersonEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        var batch = transaction.prepareBatch("""
                INSERT INTO subscription_event (subscription_id, number, change, at, eid, kind)
                VALUES (:subscription, :number, :change, :at, :eid, :kind)
                """);
        long number = scanned.events();
        for (var event : events) {
            batch.bind("subscription", scanned.id())
                    .bind("number", ++number)
                    .bind("change", event.change())
                    .bind("at", event.at())
                    .bind("eid", event.eid())
                    .bind("kind", event.kind().name())
                    .add();
        }
        batch.execute();
    }

    @Override
    public List<Event> events(String id, long from, long to, int limit) {
        return jdbi.withExtension(SubscriptionDao.class, dao -> dao.listEvents(id, from, to, limit));
    }

    @Override
    public List<Subscription> due(Instant now) {
        return subscriptions(jdbi.withExtension(SubscriptionDao.class, dao -> dao.listDue(now)));
    }

    @Override
    public void delivered(Subscription subscription, long upToNumber, Instant now) {
        jdbi.useExtension(
                SubscriptionDao.class,
                dao -> dao.delivered(
                        subscription.id(), subscription.version(), upToNumber, heartbeat(subscription, now)));
    }

    @Override
    public void failed(Subscription subscription, Instant nextTry) {
        jdbi.useExtension(SubscriptionDao.class, dao -> dao.failed(subscription.id(), subscription.version(), nextTry));
    }

    @Override
    public void stand(Subscription subscription, Status status, String error, Instant now) {
        var next = status == Status.ACTIVE ? heartbeat(subscription, now) : null;
        jdbi.useExtension(
                SubscriptionDao.class,
                dao -> dao.stand(subscription.id(), subscription.version(), status.name(), error, now, next));
    }

    @Override
    public void tidy(Instant now, Instant keptSince) {
        jdbi.useTransaction(transaction -> {
            var dao = transaction.attach(SubscriptionDao.class);
            dao.end(now, keptSince);
            dao.forget(keptSince);
        });
    }

    private static @Nullable Instant heartbeat(Subscription subscription, Instant now) {
        var seconds = subscription.channel().pace().heartbeatSeconds();
        return seconds == null ? null : now.plusSeconds(seconds);
    }

    private List<Subscription> subscriptions(List<SubscriptionRow> rows) {
        return rows.stream().map(row -> row.toSubscription(json)).toList();
    }
}
