package org.hms.registry.patient;

import org.hms.matching.person.Demographics;
import org.jspecify.annotations.Nullable;

/**
 * What an act says of a record and so of whatever person it belongs to: a field's value, the record's own
 * ({@code fromRecord}) or the one that was said, or that the person is confidential.
 */
public record GoldenMark(
        long act,
        String record,
        String field,
        boolean fromRecord,
        @Nullable Demographics said) {

    static final String CONFIDENTIAL = "confidential";
}
