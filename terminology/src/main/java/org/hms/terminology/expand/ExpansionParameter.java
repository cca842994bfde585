package org.hms.terminology.expand;

/** A parameter that an expansion reports: what it was asked, what it used, what it warns of. */
public record ExpansionParameter(String name, String type, String value) {}
