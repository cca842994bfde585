package org.hms.rules.survivorship;

import java.time.Instant;

/**
 * What one version of one source record claims a field to be.
 *
 * @param authorityRank the source's rank for this field; the lower, the more it counts (1: the civil registry)
 * @param verified whether the value was checked against a document
 */
public record ClaimedValue(
        String field,
        String value,
        String sourceRecord,
        int version,
        int authorityRank,
        boolean verified,
        Instant recordedAt) {}
