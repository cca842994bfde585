package org.hms.registry.audit;

/**
 * What is told about one subject: an entry, or the part of it that concerns this subject alone, so that who reads about one
 * person reads of no other.
 */
public record AuditEvent(AuditEventId id, AuditEntry entry) {}
