package org.hms.rules.directory;

/** What a rule found about one field of a proposal; one that forbids keeps it from being published. */
public record DirectoryFinding(String ruleId, boolean forbids, String field, String sentence) {

    /** The same of a field that stands behind this prefix. */
    public DirectoryFinding at(String prefix) {
        return prefix.isEmpty() ? this : new DirectoryFinding(ruleId, forbids, prefix + field, sentence);
    }

    /** Takes id and sentence from a rule's name: "DIR-01 Falta …". */
    public static DirectoryFinding of(String rule, boolean forbids, String field) {
        int space = rule.indexOf(' ');
        return new DirectoryFinding(rule.substring(0, space), forbids, field, rule.substring(space + 1));
    }
}
