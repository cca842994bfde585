package org.hms.rules.linkage;

/** What one rule says of one pair. */
public record Judgement(ComparedPair pair, Action action, String rule) {}
