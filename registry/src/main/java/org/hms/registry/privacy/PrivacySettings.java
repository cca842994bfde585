package org.hms.registry.privacy;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Terms in which the rights of persons are kept.
 *
 * @param rectificationDays days within which an owner answers a request; the regulation of the law may set another number
 */
public record PrivacySettings(
        @JsonProperty("rectificationDays") int rectificationDays,
        @JsonProperty("retention") RetentionSettings retention) {

    public static final PrivacySettings DEFAULT = new PrivacySettings(30, RetentionSettings.DEFAULT);

    public PrivacySettings {
        if (rectificationDays < 1) {
            throw new IllegalArgumentException("The term of a rectification is a day or more");
        }
    }
}
