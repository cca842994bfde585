package org.hms.registry.notify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hms.registry.change.ChangeLog;
import org.hms.registry.notify.ChangeReads.Stay;

/**
 * Finds what subscribers are to be told. Reads the change log once for all of them, and notes events and position together, so
 * that each change is looked at for each subscription exactly once.
 */
final class Matcher {

    private static final int ROWS = 2_000;

    private final ChangeLog log;
    private final ChangeReads reads;
    private final SubscriptionStore store;

    Matcher(ChangeLog log, ChangeReads reads, SubscriptionStore store) {
        this.log = log;
        this.reads = reads;
        this.store = store;
    }

    /** Takes one stretch; true when there may be more. */
    boolean step() {
        var watching = store.watching();
        if (watching.isEmpty()) {
            return false;
        }
        long since = watching.values().stream().mapToLong(Long::longValue).min().getAsLong();
        var window = ChangeWindow.read(log, since, ROWS);
        if (window.rows().isEmpty()) {
            return false;
        }
        var events = PersonEvents.of(window, reads.moves(since, window.end()), reads.passages(since, window.end()));
        var facts = new Facts(reads, events, window);
        var found = new HashMap<Subscription, List<PersonEvent>>();
        watching.forEach((subscription, scannedTo) -> found.put(
                subscription,
                events.stream()
                        .filter(event -> event.change() > scannedTo)
                        .filter(event -> facts.concern(subscription, event))
                        .toList()));
        store.append(found, window.end());
        return window.rows().size() == ROWS;
    }

    /** What is asked of the persons of a stretch; looked up when the first subscription needs it. */
    private static final class Facts {

        private final ChangeReads reads;
        private final Collection<PersonEvent> events;
        private final long first;
        private final Map<String, List<Stay>> stays = new HashMap<>();
        private final Map<String, String> heirs = new HashMap<>();
        private boolean known;

        Facts(ChangeReads reads, List<PersonEvent> events, ChangeWindow window) {
            this.reads = reads;
            this.events = events;
            this.first = window.first();
        }

        boolean concern(Subscription subscription, PersonEvent event) {
            var interest = subscription.interest();
            var source = subscription.owner().source();
            return event.concerns(interest.topic())
                    && (source == null || holds(event, new Filter.OfOrganization(source)))
                    && interest.conditions().stream().allMatch(filter -> holds(event, filter));
        }

        private boolean holds(PersonEvent event, Filter filter) {
            return switch (filter) {
                case Filter.OfPerson(var eid) ->
                    eid.equals(event.eid()) || heir(eid).equals(event.eid());
                case Filter.OfOrganization(var source) ->
                    stays(event).stream().anyMatch(stay -> stay.source().equals(source));
                case Filter.WithIdentifier(var system, var value) ->
                    stays(event).stream()
                            .flatMap(stay -> stay.identifiers().stream())
                            .anyMatch(identifier -> (system == null || system.equals(identifier.system()))
                                    && (value == null || value.equals(identifier.value())));
            };
        }

        private String heir(String eid) {
            return heirs.computeIfAbsent(eid, asked -> reads.heir(asked).orElse(asked));
        }

        private List<Stay> stays(PersonEvent event) {
            if (!known) {
                var eids = events.stream().map(PersonEvent::eid).collect(Collectors.toSet());
                reads.stays(eids, first)
                        .forEach(stay -> stays.computeIfAbsent(stay.eid(), _ -> new ArrayList<>())
                                .add(stay));
                known = true;
            }
            return stays.getOrDefault(event.eid(), List.of()).stream()
                    .filter(stay -> stay.touches(event.numbers()))
                    .toList();
        }
    }
}
