package org.hms.terminology.language;

/**
 * What a word may be once person, possessor, intensity, case or number are taken off: folded and strict, and how far that
 * reading is to be trusted (0 to 1).
 */
public record Stem(String form, String strict, double trust) {}
