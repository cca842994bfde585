package org.hms.registry.notify.fhir;

import java.time.Instant;
import java.util.Date;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Subscription.SubscriptionChannelComponent;
import org.hl7.fhir.r4.model.Subscription.SubscriptionChannelType;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.hl7.fhir.r4.model.UnsignedIntType;
import org.hms.registry.notify.Channel;
import org.hms.registry.notify.Subscription;
import org.jspecify.annotations.Nullable;

/** From us to FHIR: a subscription as its owner sees it. The headers of its channel are not shown to anybody. */
final class SubscriptionMapping {

    private SubscriptionMapping() {}

    static org.hl7.fhir.r4.model.Subscription toFhir(Subscription subscription) {
        var details = subscription.way().details();
        var shown = new org.hl7.fhir.r4.model.Subscription();
        shown.setId(subscription.id());
        shown.getMeta()
                .setVersionId(Integer.toString(subscription.version()))
                .setLastUpdated(Date.from(subscription.changedAt()))
                .addProfile(
                        subscription.channel().type() == Channel.Type.MESSAGE
                                ? SubscriptionEndpoint.PMIR_PROFILE
                                : Backport.SUBSCRIPTION);
        shown.setStatus(status(subscription.status()));
        shown.setReason(details.reason());
        shown.setError(subscription.standing().error());
        shown.setEnd(date(subscription.way().end()));
        details.contacts()
                .forEach(contact -> shown.addContact(new ContactPoint()
                        .setSystem(ContactPointSystem.fromCode(contact.system()))
                        .setValue(contact.value())));
        shown.setCriteria(subscription.interest().criteria());
        subscription
                .interest()
                .filters()
                .forEach(filter -> shown.getCriteriaElement().addExtension(Backport.FILTER, new StringType(filter)));
        shown.setChannel(toFhir(subscription.channel()));
        return shown;
    }

    private static SubscriptionChannelComponent toFhir(Channel channel) {
        var shown = new SubscriptionChannelComponent();
        var pace = channel.pace();
        shown.setType(
                channel.type() == Channel.Type.MESSAGE
                        ? SubscriptionChannelType.MESSAGE
                        : SubscriptionChannelType.RESTHOOK);
        shown.setEndpoint(channel.endpoint().toString());
        shown.setPayload(channel.format() == Channel.Format.XML ? "application/fhir+xml" : "application/fhir+json");
        if (channel.type() == Channel.Type.REST_HOOK) {
            shown.getPayloadElement().addExtension(Backport.CONTENT, new CodeType(code(channel.content())));
        }
        if (pace.heartbeatSeconds() != null) {
            shown.addExtension(Backport.HEARTBEAT, new UnsignedIntType(pace.heartbeatSeconds()));
        }
        if (pace.timeoutSeconds() != null) {
            shown.addExtension(Backport.TIMEOUT, new UnsignedIntType(pace.timeoutSeconds()));
        }
        if (pace.maxCount() != null) {
            shown.addExtension(Backport.MAX_COUNT, new PositiveIntType(pace.maxCount()));
        }
        return shown;
    }

    static SubscriptionStatus status(Subscription.Status status) {
        return switch (status) {
            case REQUESTED -> SubscriptionStatus.REQUESTED;
            case ACTIVE -> SubscriptionStatus.ACTIVE;
            case ERROR -> SubscriptionStatus.ERROR;
            case OFF -> SubscriptionStatus.OFF;
        };
    }

    static String code(Channel.Content content) {
        return switch (content) {
            case EMPTY -> "empty";
            case ID_ONLY -> "id-only";
            case FULL_RESOURCE -> "full-resource";
        };
    }

    static Channel.@Nullable Content content(String code) {
        return switch (code) {
            case "empty" -> Channel.Content.EMPTY;
            case "id-only" -> Channel.Content.ID_ONLY;
            case "full-resource" -> Channel.Content.FULL_RESOURCE;
            default -> null;
        };
    }

    private static @Nullable Date date(@Nullable Instant instant) {
        return instant == null ? null : Date.from(instant);
    }
}
