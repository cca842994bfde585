package org.hms.registry.notify.fhir;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Subscription.SubscriptionChannelComponent;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.notify.Channel;
import org.hms.registry.notify.Channel.Content;
import org.hms.registry.notify.Channel.Pace;
import org.hms.registry.notify.Interest;
import org.hms.registry.notify.Subscription.Contact;
import org.hms.registry.notify.Subscription.Details;
import org.hms.registry.notify.Subscription.Status;
import org.hms.registry.notify.Subscription.Way;
import org.hms.registry.notify.Subscriptions.Wish;
import org.jspecify.annotations.Nullable;

/** From FHIR to us: what a subscriber wrote; what cannot be honoured is refused with its place. */
final class WishMapping {

    private static final int LONGEST_HEARTBEAT = 604_800;
    private static final int LONGEST_TIMEOUT = 30;
    private static final int MOST_EVENTS = 100;
    private static final int LONGEST_TEXT = 2_000;

    private WishMapping() {}

    static Wish toWish(org.hl7.fhir.r4.model.Subscription written, String base) {
        if (!written.hasReason() || written.getReason().length() > LONGEST_TEXT) {
            throw FhirProblem.required("A subscription says its reason, in a few words", "Subscription.reason");
        }
        var status = status(written.getStatus());
        var interest = interest(written);
        var channel = channel(written.getChannel());
        if (channel.type() == Channel.Type.REST_HOOK && !interest.namesTopic()) {
            throw unsupported(
                    "A rest-hook has a topic's canonical URL as its criteria; the topics stand in the CapabilityStatement",
                    "Subscription.criteria");
        }
        var contacts = written.getContact().stream()
                .map(contact -> {
                    if (!contact.hasSystem() || !contact.hasValue()) {
                        throw FhirProblem.required("A contact has a system and a value", "Subscription.contact");
                    }
                    return new Contact(contact.getSystem().toCode(), contact.getValue());
                })
                .toList();
        var end = written.getEnd();
        return new Wish(
                status,
                interest,
                new Way(
                        channel,
                        new Details(written.getReason(), contacts, base),
                        end == null ? null : end.toInstant()));
    }

    /** To say active is to ask for it: the registry makes a subscription active, after the handshake. */
    private static Status status(@Nullable SubscriptionStatus status) {
        return switch (status) {
            case REQUESTED, ACTIVE -> Status.REQUESTED;
            case OFF -> Status.OFF;
            case ERROR, NULL -> throw unsupported("The status is requested or off", "Subscription.status");
            case null -> throw FhirProblem.required("The status is requested or off", "Subscription.status");
        };
    }

    private static Interest interest(org.hl7.fhir.r4.model.Subscription written) {
        if (!written.hasCriteria() || written.getCriteria().length() > LONGEST_TEXT) {
            throw FhirProblem.required("The criteria name a topic or Patient", "Subscription.criteria");
        }
        var filters = written.getCriteriaElement().getExtensionsByUrl(Backport.FILTER).stream()
                .map(extension -> extension.getValue() instanceof PrimitiveType<?> text ? text.getValueAsString() : "")
                .map(text -> Objects.requireNonNullElse(text, ""))
                .toList();
        try {
            return Interest.parse(written.getCriteria(), filters);
        } catch (IllegalArgumentException e) {
            throw unsupported(
                    "The criteria are not understood: " + Objects.requireNonNullElse(e.getMessage(), ""),
                    "Subscription.criteria");
        }
    }

    private static Channel channel(SubscriptionChannelComponent written) {
        var type = type(written);
        try {
            return new Channel(
                    type,
                    new URI(Objects.requireNonNullElse(written.getEndpoint(), "")),
                    format(written.getPayload()),
                    type == Channel.Type.MESSAGE ? Content.FULL_RESOURCE : content(written),
                    new Pace(
                            number(written, Backport.HEARTBEAT, LONGEST_HEARTBEAT),
                            number(written, Backport.TIMEOUT, LONGEST_TIMEOUT),
                            number(written, Backport.MAX_COUNT, MOST_EVENTS)),
                    written.getHeader().stream()
                            .map(header -> Objects.requireNonNullElse(header.getValue(), ""))
                            .toList());
        } catch (URISyntaxException e) {
            throw FhirProblem.invalid("The endpoint is not a URL", "Subscription.channel.endpoint");
        } catch (IllegalArgumentException e) {
            throw FhirProblem.invalid(
                    Objects.requireNonNullElse(e.getMessage(), "The headers are not understood"),
                    "Subscription.channel.header");
        }
    }

    private static Channel.Type type(SubscriptionChannelComponent written) {
        if (written.getTypeElement().hasExtension(Backport.CHANNEL_TYPE)) {
            throw unsupported("Only rest-hook and message are offered", "Subscription.channel.type");
        }
        return switch (written.getType()) {
            case RESTHOOK -> Channel.Type.REST_HOOK;
            case MESSAGE -> Channel.Type.MESSAGE;
            case EMAIL, SMS, WEBSOCKET, NULL ->
                throw unsupported("Only rest-hook and message are offered", "Subscription.channel.type");
            case null -> throw FhirProblem.required("The channel has a type", "Subscription.channel.type");
        };
    }

    private static Channel.Format format(@Nullable String payload) {
        var type = payload == null ? "" : payload.split(";")[0].strip();
        return switch (type) {
            case "application/fhir+json", "application/json" -> Channel.Format.JSON;
            case "application/fhir+xml", "application/xml" -> Channel.Format.XML;
            default ->
                throw FhirProblem.required(
                        "The payload is application/fhir+json or application/fhir+xml", "Subscription.channel.payload");
        };
    }

    private static Content content(SubscriptionChannelComponent written) {
        var extension = written.getPayloadElement().getExtensionByUrl(Backport.CONTENT);
        var code = extension != null && extension.getValue() instanceof PrimitiveType<?> value
                ? value.getValueAsString()
                : null;
        var content = code == null ? null : SubscriptionMapping.content(code);
        if (content == null) {
            throw FhirProblem.required(
                    "The payload's extension backport-payload-content says empty, id-only or full-resource",
                    "Subscription.channel.payload");
        }
        return content;
    }

    private static @Nullable Integer number(Element written, String url, int most) {
        var extension = written.getExtensionByUrl(url);
        if (extension == null) {
            return null;
        }
        var name = url.substring(url.lastIndexOf('/') + 1);
        if (!(extension.getValue() instanceof IntegerType number)
                || number.getValue() == null
                || number.getValue() < 1
                || number.getValue() > most) {
            throw unsupported("The extension " + name + " is a number from 1 to " + most, "Subscription.channel");
        }
        return number.getValue();
    }

    private static FhirProblem unsupported(String sentence, String element) {
        return FhirProblem.unprocessable(sentence).at(element);
    }
}
