package org.hms.registry.notify.fhir;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.Parameters;
import org.hms.registry.audit.AuditEntry;
import org.hms.registry.audit.AuditTrail;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirRequest;
import org.hms.registry.notify.Channel.Content;
import org.hms.registry.notify.Event;
import org.hms.registry.notify.Notification;
import org.hms.registry.notify.Subscription;
import org.hms.registry.notify.Subscriptions;
import org.jspecify.annotations.Nullable;

/** {@code $status} and {@code $events}: how a subscription stands, and what it was told or should have been. */
final class SubscriptionOperations {

    private static final int MOST_EVENTS = 100;

    private final Subscriptions subscriptions;
    private final SubscriptionInteractions interactions;
    private final NotificationBundles bundles;
    private final AuditTrail audit;
    private final InstantSource clock;

    SubscriptionOperations(
            Subscriptions subscriptions,
            SubscriptionInteractions interactions,
            NotificationBundles bundles,
            AuditTrail audit,
            InstantSource clock) {
        this.subscriptions = subscriptions;
        this.interactions = interactions;
        this.bundles = bundles;
        this.audit = audit;
        this.clock = clock;
    }

    FhirAnswer statusOfOne(FhirRequest request) {
        return statuses(List.of(interactions.subscription(request)));
    }

    FhirAnswer statusOfAll(FhirRequest request) {
        var ids = asked(request, "id", Set.of("id", "status"));
        var states = asked(request, "status", Set.of("id", "status"));
        return statuses(subscriptions.list(request.caller()).stream()
                .filter(one -> ids.isEmpty() || ids.contains(one.id()))
                .filter(one -> states.isEmpty()
                        || states.contains(
                                SubscriptionMapping.status(one.status()).toCode()))
                .toList());
    }

    private FhirAnswer statuses(List<Subscription> asked) {
        var answer = new Bundle().setType(BundleType.SEARCHSET).setTotal(asked.size());
        for (var subscription : asked) {
            var events = subscriptions.progress(subscription).events();
            var status = bundles.status(subscription, "query-status", events, Content.ID_ONLY);
            answer.addEntry()
                    .setFullUrl("urn:uuid:" + status.getId())
                    .setResource(status)
                    .getSearch()
                    .setMode(SearchEntryMode.MATCH);
        }
        return FhirAnswer.ok(answer);
    }

    /** Events by their numbers, both ends included, at most a hundred: who wants more asks on from the last. */
    FhirAnswer events(FhirRequest request) {
        var known = Set.of("eventsSinceNumber", "eventsUntilNumber", "content");
        var subscription = interactions.subscription(request);
        long since = number(first(asked(request, "eventsSinceNumber", known)), 1, "eventsSinceNumber");
        long until = number(first(asked(request, "eventsUntilNumber", known)), Long.MAX_VALUE, "eventsUntilNumber");
        var content = content(
                first(asked(request, "content", known)), subscription.channel().content());
        var events = subscriptions.events(subscription, since, until, MOST_EVENTS);
        var total = subscriptions.progress(subscription).events();
        if (content == Content.FULL_RESOURCE && !events.isEmpty()) {
            var told = events.stream().map(Event::eid).distinct().toList();
            audit.record(new AuditEntry(clock.instant(), request.caller(), "read-events", "Patient", told, "success"));
        }
        var notification = new Notification(Notification.Kind.QUERY_EVENTS, events, total);
        return FhirAnswer.ok(bundles.of(subscription, notification, content));
    }

    /** What is preferred may be less than was agreed on, never more. */
    private static Content content(@Nullable String preferred, Content agreed) {
        if (preferred == null) {
            return agreed;
        }
        var content = SubscriptionMapping.content(preferred);
        if (content == null) {
            throw FhirProblem.invalid("content is empty, id-only or full-resource", "content");
        }
        return content.compareTo(agreed) < 0 ? content : agreed;
    }

    private static long number(@Nullable String text, long otherwise, String name) {
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("\\d{1,18}")) {
            throw FhirProblem.invalid(name + " is an event number", name);
        }
        return Long.parseLong(text);
    }

    private static @Nullable String first(List<String> values) {
        return values.isEmpty() ? null : values.getFirst();
    }

    /** The values of one parameter, in the query or in Parameters alike. */
    private static List<String> asked(FhirRequest request, String name, Set<String> known) {
        var values = new ArrayList<String>();
        for (var term : request.query().terms()) {
            require(term.declaredName(), known);
            if (term.declaredName().equals(name)) {
                values.addAll(term.values());
            }
        }
        if (request.body() != null) {
            for (var parameter : request.requireBody(Parameters.class).getParameter()) {
                require(String.valueOf(parameter.getName()), known);
                if (name.equals(parameter.getName()) && parameter.getValue() != null) {
                    values.add(parameter.getValue().primitiveValue());
                }
            }
        }
        return values;
    }

    private static void require(String name, Set<String> known) {
        if (!known.contains(name)) {
            throw FhirProblem.notSupported("A parameter is not taken here; taken are "
                    + known.stream().sorted().toList());
        }
    }
}
