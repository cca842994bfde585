package org.hms.registry.facility;

/** The row of the list that a facility comes from, and where the list itself was taken from. */
public record SourceRow(String list, String row, String citation) {}
