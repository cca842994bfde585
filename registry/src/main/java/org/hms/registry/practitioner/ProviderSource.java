package org.hms.registry.practitioner;

/** The row of the list that a professional comes from, and whether the list was invented. */
public record ProviderSource(String list, String row, boolean invented) {}
