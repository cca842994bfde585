package org.hms.registry.quality;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Period;
import org.hms.registry.patient.Provisional;

/**
 * What is expected of records, and how long an identity may do without a document.
 *
 * @param goal the part of records that should be good in each essential indicator
 * @param provisionalLasts how long a provisional identity lasts, as P6M
 * @param provisionalWarningDays how many days before its end it is called expiring
 */
public record QualitySettings(
        @JsonProperty("goal") double goal,
        @JsonProperty("provisionalLasts") Period provisionalLasts,
        @JsonProperty("provisionalWarningDays") int provisionalWarningDays) {

    public static final QualitySettings DEFAULT = new QualitySettings(0.95, Period.ofMonths(6), 30);

    public QualitySettings {
        if (!(goal > 0 && goal <= 1)) {
            throw new IllegalArgumentException("The goal of quality is above 0 and at most 1");
        }
    }

    public Provisional.Term term() {
        return new Provisional.Term(provisionalLasts, Duration.ofDays(provisionalWarningDays));
    }
}
