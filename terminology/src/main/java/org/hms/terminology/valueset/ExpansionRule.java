package org.hms.terminology.valueset;

/** How a value set wishes to be expanded, as its author wrote it into the definition. */
public record ExpansionRule(String name, String value) {}
