package org.hms.registry.notify;

import java.util.List;

/** One thing to be sent or answered: what kind it is, on which events it reports, and how many there have been in all. */
public record Notification(Kind kind, List<Event> events, long eventsSinceStart) {

    /** FHIR's kinds of notification. */
    public enum Kind {
        HANDSHAKE,
        HEARTBEAT,
        EVENTS,
        QUERY_EVENTS
    }

    public Notification {
        events = List.copyOf(events);
    }
}
