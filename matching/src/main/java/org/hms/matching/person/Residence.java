package org.hms.matching.person;

import org.jspecify.annotations.Nullable;

/** Where a person lives: INE codes of department (two digits) and district (four digits) where known, and the text given. */
public record Residence(
        @Nullable String department,
        @Nullable String district,
        @Nullable String text) {}
