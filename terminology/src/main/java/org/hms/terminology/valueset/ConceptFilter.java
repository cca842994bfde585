package org.hms.terminology.valueset;

import org.jspecify.annotations.Nullable;

/** A filter of an include or exclude; its value is absent where the definition is broken. */
public record ConceptFilter(
        String property, String operator, @Nullable String value) {}
