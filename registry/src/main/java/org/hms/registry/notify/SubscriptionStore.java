package org.hms.registry.notify;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where subscriptions, their events and their progress are kept. Whatever it has answered survives the process. */
public interface SubscriptionStore {

    /** Makes this process the one that delivers; whoever did before stops when it next looks. */
    void claim();

    boolean holdsClaim();

    /** Keeps a new subscription, which begins after this change. */
    void create(Subscription subscription, long scannedTo);

    Optional<Subscription> find(String id);

    List<Subscription> list();

    Optional<Progress> progress(String id);

    /**
     * Puts the next version in the place of the one given; false when that is no longer the newest.
     *
     * @param startsAt the change after which it begins anew, or -1 to go on where it was
     */
    boolean replace(Subscription next, int before, long startsAt);

    boolean delete(String id);

    /** The subscriptions for which events are looked for, with the change up to which that was done. */
    Map<Subscription, Long> watching();

    /** Adds events, and notes that those given were looked for up to this change; all of it or nothing. */
    void append(Map<Subscription, List<PersonEvent>> found, long upTo);

    /** Events with these numbers, both included, in order. */
    List<Event> events(String id, long from, long to, int limit);

    /** Those that have something to be sent now. */
    List<Subscription> due(Instant now);

    /** Notes a success; nothing when the subscription has another version by now. */
    void delivered(Subscription subscription, long upToNumber, Instant now);

    /** Notes a failure after which is tried again. */
    void failed(Subscription subscription, Instant nextTry);

    /** Gives the subscription another state, as a new version. */
    void stand(Subscription subscription, Subscription.Status status, String error, Instant now);

    /** Ends what has run out, and forgets delivered events and abandoned subscriptions from before that. */
    void tidy(Instant now, Instant keptSince);
}
