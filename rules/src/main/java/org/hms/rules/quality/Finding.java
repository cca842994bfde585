package org.hms.rules.quality;

/** What a rule found about one field; it names the field and never its value. */
public record Finding(String ruleId, Severity severity, String field, String sentence) {

    /** Takes id and sentence from a rule's name: "QUAL-01 Falta …". */
    public static Finding of(String rule, Severity severity, String field) {
        int space = rule.indexOf(' ');
        return new Finding(rule.substring(0, space), severity, field, rule.substring(space + 1));
    }
}
