package org.hms.matching.person;

import org.jspecify.annotations.Nullable;

/**
 * Where a person lives: INE codes of department (two digits) and district (four digits) where known, the text given, and the
 * parts of a postal address where the source tells them apart.
 */
public record Residence(
        @Nullable String department,
        @Nullable String district,
        @Nullable String text,
        @Nullable PostalAddress postal) {

    public Residence(@Nullable String department, @Nullable String district, @Nullable String text) {
        this(department, district, text, null);
    }
}
