package org.hms.terminology.expand;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value set written out: a page of its codes, how many there are, and how they were found. */
public record ValueSetExpansion(
        @Nullable Integer total,
        @Nullable Integer offset,
        List<ExpansionParameter> parameters,
        List<ExpansionProperty> properties,
        List<ExpandedConcept> contains,
        boolean unclosed,
        @Nullable String unclosedReason) {}
