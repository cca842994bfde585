package org.hms.registry.notify.store;

import java.net.URI;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.notify.Channel;
import org.hms.registry.notify.Interest;
import org.hms.registry.notify.Subscription;
import org.hms.registry.notify.Subscription.Details;
import org.hms.registry.notify.Subscription.Standing;
import org.hms.registry.notify.Subscription.Status;
import org.hms.registry.notify.Subscription.Way;
import org.hms.registry.store.StoredJson;
import org.jspecify.annotations.Nullable;

/** A subscription as it stands in its row; the credentials have a column of their own. */
public record SubscriptionRow(
        String id,
        int version,
        String status,
        @Nullable String error,
        String owner,
        String ownerRole,
        @Nullable String ownerSource,
        String ownerPurpose,
        String criteria,
        List<String> filters,
        String channel,
        List<String> headers,
        String details,
        @Nullable OffsetDateTime endsAt,
        OffsetDateTime changedAt) {

    /** The jsonb form of a channel. */
    record StoredChannel(
            Channel.Type type, URI endpoint, Channel.Format format, Channel.Content content, Channel.Pace pace) {}

    private static String channelJson(Channel channel, StoredJson json) {
        return json.write(new StoredChannel(
                channel.type(), channel.endpoint(), channel.format(), channel.content(), channel.pace()));
    }

    Subscription toSubscription(StoredJson json) {
        var stored = json.read(channel, StoredChannel.class);
        var way = new Way(
                new Channel(
                        stored.type(), stored.endpoint(), stored.format(), stored.content(), stored.pace(), headers),
                json.read(details, Details.class),
                endsAt == null ? null : endsAt.toInstant());
        return new Subscription(
                id,
                version,
                changedAt.toInstant(),
                new Caller(owner, Role.valueOf(ownerRole.toUpperCase(Locale.ROOT)), ownerSource, null, ownerPurpose),
                new Standing(Status.valueOf(status), error),
                Interest.parse(criteria, filters),
                way);
    }

    static SubscriptionRow of(Subscription subscription, StoredJson json) {
        var owner = subscription.owner();
        var end = subscription.way().end();
        return new SubscriptionRow(
                subscription.id(),
                subscription.version(),
                subscription.status().name(),
                subscription.standing().error(),
                owner.subject(),
                owner.role().code(),
                owner.source(),
                owner.purpose(),
                subscription.interest().criteria(),
                subscription.interest().filters(),
                channelJson(subscription.channel(), json),
                subscription.channel().headers(),
                json.write(subscription.way().details()),
                end == null ? null : end.atOffset(ZoneOffset.UTC),
                subscription.changedAt().atOffset(ZoneOffset.UTC));
    }

    /** A record that holds credentials is not printed whole. */
    @Override
    public String toString() {
        return "Subscription " + id;
    }
}
