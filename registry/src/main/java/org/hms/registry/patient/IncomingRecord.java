package org.hms.registry.patient;

import org.hms.matching.person.Demographics;
import org.hms.registry.access.Caller;

/** A source's record as it comes in: who sent it, whose it is, what it says, and its content word for word. */
public record IncomingRecord(
        Caller caller, String source, RecordKey key, boolean active, Demographics demographics, String content) {}
