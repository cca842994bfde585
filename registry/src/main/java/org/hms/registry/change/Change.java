package org.hms.registry.change;

import java.time.Instant;

/** One thing that was committed. Numbers grow without gaps in the order in which the changes became visible. */
public record Change(long number, Instant at, String kind, String subjectType, String subjectId) {}
