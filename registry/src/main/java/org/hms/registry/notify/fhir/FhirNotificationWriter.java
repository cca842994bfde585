package org.hms.registry.notify.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hms.registry.fhir.FhirFormat;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirReader;
import org.hms.registry.notify.Channel;
import org.hms.registry.notify.Channel.Content;
import org.hms.registry.notify.Event;
import org.hms.registry.notify.Notification;
import org.hms.registry.notify.NotificationWriter;
import org.hms.registry.notify.Subscription;

/** Notifications in FHIR: bundles of the backport to a rest-hook, ITI-93 messages to a message channel. */
public final class FhirNotificationWriter implements NotificationWriter {

    private final FhirContext fhir = FhirContext.forR4Cached();
    private final NotificationBundles bundles;
    private final FeedMessages messages;

    FhirNotificationWriter(NotificationBundles bundles, FeedMessages messages) {
        this.bundles = bundles;
        this.messages = messages;
    }

    @Override
    public Written write(Subscription subscription, Notification notification) {
        var channel = subscription.channel();
        var bundle = channel.type() == Channel.Type.MESSAGE
                ? messages.of(subscription, notification.events())
                : bundles.of(subscription, notification, channel.content());
        boolean whole = channel.content() == Content.FULL_RESOURCE;
        var told = notification.events().stream().map(Event::eid).distinct().toList();
        return new Written(format(channel).contentType(), encode(bundle, channel), whole ? told : List.of());
    }

    private String encode(Bundle bundle, Channel channel) {
        var parser = channel.format() == Channel.Format.XML ? fhir.newXmlParser() : fhir.newJsonParser();
        return parser.setOverrideResourceIdWithBundleEntryFullUrl(false).encodeResourceToString(bundle);
    }

    @Override
    public boolean refuses(Subscription subscription, String answer) {
        if (subscription.channel().type() != Channel.Type.MESSAGE || answer.isBlank()) {
            return false;
        }
        var format = answer.stripLeading().startsWith("<") ? FhirFormat.XML : FhirFormat.JSON;
        try {
            return FeedMessages.saysFailed(new FhirReader(fhir).read(answer.getBytes(StandardCharsets.UTF_8), format));
        } catch (FhirProblem e) {
            // What cannot be read says nothing against the 2xx that came with it.
            return false;
        }
    }

    private static FhirFormat format(Channel channel) {
        return channel.format() == Channel.Format.XML ? FhirFormat.XML : FhirFormat.JSON;
    }
}
