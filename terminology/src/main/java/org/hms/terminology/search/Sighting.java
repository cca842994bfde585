package org.hms.terminology.search;

/** A designation seen in a sentence: in which way, by which field, how surely (0 to 1), and in which words (as bits). */
record Sighting(IndexedTerm term, MatchKind kind, String field, double quality, long words) {}
