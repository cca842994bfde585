package org.hms.rules.survivorship;

/** The claim that became golden, and the id of the rule that decided: the last one needed to set the others aside. */
public record Chosen(ClaimedValue claim, String ruleId) {}
