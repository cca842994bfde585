package org.hms.terminology.graph;

/** What a designation is used for, as a coding. */
public record UseCoding(String system, String code, String display) {}
