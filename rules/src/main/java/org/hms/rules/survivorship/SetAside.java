package org.hms.rules.survivorship;

/** A claim that a stronger one goes before, by this rule. */
public record SetAside(Rival weaker, Rival stronger, String rule) {

    String ruleId() {
        return rule.substring(0, rule.indexOf(' '));
    }
}
