package org.hms.registry.privacy;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How long is kept what need not be kept for ever. Source records, evidence and decisions have no term.
 *
 * @param auditYears years that the audit trail is kept, 1 at least
 * @param importFileDays days that files handed in for import are kept after their last change
 * @param rectificationTextYears years that the texts of a closed request are kept; its outcome stays
 */
public record RetentionSettings(
        @JsonProperty("auditYears") int auditYears,
        @JsonProperty("importFileDays") int importFileDays,
        @JsonProperty("rectificationTextYears") int rectificationTextYears) {

    public static final RetentionSettings DEFAULT = new RetentionSettings(10, 30, 5);

    public RetentionSettings {
        if (auditYears < 1 || importFileDays < 1 || rectificationTextYears < 1) {
            throw new IllegalArgumentException("Each retention term is 1 or more");
        }
    }
}
