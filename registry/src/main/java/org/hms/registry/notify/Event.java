package org.hms.registry.notify;

import java.time.Instant;

/** Something a subscriber is told: numbered from 1 without gaps within its subscription, in the order of the changes. */
public record Event(long number, long change, Instant at, String eid, PersonEvent.Kind kind) {}
