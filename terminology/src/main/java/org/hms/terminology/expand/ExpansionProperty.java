package org.hms.terminology.expand;

/** A property that codes of an expansion have, and what it means. */
public record ExpansionProperty(String code, String uri) {}
