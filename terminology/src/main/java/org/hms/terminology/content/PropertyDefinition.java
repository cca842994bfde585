package org.hms.terminology.content;

import org.jspecify.annotations.Nullable;

/** A property that the concepts of a code system may have: its code there, what it means, FHIR's word for its type. */
public record PropertyDefinition(String code, @Nullable String uri, String type) {}
