package org.hms.terminology.system;

import org.jspecify.annotations.Nullable;

/** Whether a code, and the display given with it, belong to a code system; the message says what is wrong. */
public record CodeValidation(
        boolean valid, @Nullable String display, @Nullable String message) {}
