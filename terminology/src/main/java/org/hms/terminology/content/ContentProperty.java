package org.hms.terminology.content;

import org.jspecify.annotations.Nullable;

/** A property of a concept; the type is FHIR's word (code, string, Coding, boolean, integer, decimal, dateTime). */
public record ContentProperty(
        String code,
        String type,
        String value,
        @Nullable String system,
        @Nullable String display) {}
