package org.hms.registry.notify.fhir;

import java.util.List;
import java.util.Locale;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirRequest;
import org.hms.registry.fhir.SearchTerm;
import org.hms.registry.fhir.Searchset;
import org.hms.registry.notify.Subscription;
import org.hms.registry.notify.Subscriptions;
import org.hms.registry.notify.Subscriptions.Outcome;

/** A subscription made, read, found, changed and ended; the same resource for the backport and for ITI-94. */
final class SubscriptionInteractions {

    private final Subscriptions subscriptions;

    SubscriptionInteractions(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    FhirAnswer create(FhirRequest request) {
        var written = request.requireBody(org.hl7.fhir.r4.model.Subscription.class);
        var made = done(subscriptions.create(request.caller(), WishMapping.toWish(written, request.base())));
        return FhirAnswer.created(SubscriptionMapping.toFhir(made), location(made));
    }

    FhirAnswer update(FhirRequest request) {
        var before = subscription(request);
        request.conditional().requireMatch(Integer.toString(before.version()));
        var written = request.requireBody(org.hl7.fhir.r4.model.Subscription.class);
        var wish = WishMapping.toWish(written, request.base());
        var made = done(subscriptions.change(request.caller(), before.id(), before.version(), wish));
        return FhirAnswer.ok(SubscriptionMapping.toFhir(made)).withLocation(location(made));
    }

    FhirAnswer read(FhirRequest request) {
        return FhirAnswer.ok(SubscriptionMapping.toFhir(subscription(request)));
    }

    FhirAnswer delete(FhirRequest request) {
        if (!subscriptions.delete(request.caller(), request.requireId())) {
            throw unknown();
        }
        return FhirAnswer.noContent();
    }

    FhirAnswer search(FhirRequest request) {
        var terms = request.query().terms();
        var found = subscriptions.list(request.caller()).stream()
                .filter(subscription -> terms.stream().allMatch(term -> fits(subscription, term)))
                .toList();
        var searchset = Searchset.of(request, found.size());
        found.stream()
                .skip(request.query().offset())
                .limit(request.query().count())
                .map(SubscriptionMapping::toFhir)
                .forEach(searchset::match);
        return searchset.answer();
    }

    private static boolean fits(Subscription subscription, SearchTerm term) {
        var channel = subscription.channel();
        return switch (term.declaredName()) {
            case "_id" -> term.values().contains(subscription.id());
            case "url" -> term.values().contains(channel.endpoint().toString());
            case "status" -> codes(term).contains(lower(subscription.status()));
            case "type" -> codes(term).contains(lower(channel.type()));
            default ->
                term.values().stream()
                        .anyMatch(value -> subscription.interest().criteria().startsWith(value));
        };
    }

    private static List<String> codes(SearchTerm term) {
        return term.tokens().stream().map(SearchTerm.Token::code).toList();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The caller's subscription of the id in the URL. */
    Subscription subscription(FhirRequest request) {
        return subscriptions.find(request.caller(), request.requireId()).orElseThrow(SubscriptionInteractions::unknown);
    }

    private static FhirProblem unknown() {
        return FhirProblem.notFound("The caller has no Subscription of this id");
    }

    /** ITI-94 reads, changes and deletes at this address, so it names no version. */
    private static String location(Subscription subscription) {
        return "Subscription/" + subscription.id();
    }

    private static Subscription done(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var subscription) -> subscription;
            case Outcome.Refused(var reason, var element) ->
                throw FhirProblem.unprocessable(reason).at(element);
            case Outcome.Unknown _ -> throw unknown();
            case Outcome.Superseded _ ->
                throw FhirProblem.conflict("The subscription was changed by somebody else at the same time");
        };
    }
}
