package org.hms.rules.linkage;

/** A guard that spoke: its id, and what it says in the stewards' language. */
public record FiredRule(String id, String sentence) {

    /** Takes the id and the sentence from a rule's name: "LINK-01 Gemelos: …". */
    static FiredRule named(String rule) {
        int space = rule.indexOf(' ');
        return new FiredRule(rule.substring(0, space), rule.substring(space + 1));
    }
}
