package org.hms.matching.explain;

/** A guard rule that spoke of the pair: its id and what it says. */
public record Guard(String id, String sentence) {}
