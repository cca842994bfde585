package org.hms.seed.people;

import org.jspecify.annotations.Nullable;

/** Where a family lives, by census codes, and the neighbourhood where the district's are listed. */
public record Home(
        String department, String district, @Nullable String locality) {}
