package org.hms.registry.notify;

import java.time.Instant;
import java.util.List;
import org.hms.registry.access.Caller;
import org.jspecify.annotations.Nullable;

/** What somebody asked to be told, where, and how that stands. The source of its owner bounds what it may tell. */
public record Subscription(
        String id, int version, Instant changedAt, Caller owner, Standing standing, Interest interest, Way way) {

    /** FHIR's states of a subscription. */
    public enum Status {
        REQUESTED,
        ACTIVE,
        ERROR,
        OFF
    }

    /** The state and, after failures, why. */
    public record Standing(Status status, @Nullable String error) {}

    /** The way to the receiver with what surrounds it. */
    public record Way(
            Channel channel, Details details, @Nullable Instant end) {}

    /** Said by the subscriber and given back to it; the base is the address under which it knows this registry. */
    public record Details(@Nullable String reason, List<Contact> contacts, String base) {
        public Details {
            contacts = List.copyOf(contacts);
        }
    }

    /** Whom to ask when it fails. */
    public record Contact(String system, String value) {}

    public Status status() {
        return standing.status();
    }

    public Channel channel() {
        return way.channel();
    }

    public Subscription standing(Status status, @Nullable String error) {
        return new Subscription(id, version, changedAt, owner, new Standing(status, error), interest, way);
    }
}
