package org.hms.registry.termwork;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How the use of the lexicon is counted.
 *
 * @param untranslatedFrom how often a query must be asked before it is kept at all; below, it is held in memory only
 * @param untranslatedDays how many days a day's count is kept
 * @param earlySignal whether look-ups are counted by concept, district and week, and looked at for alarms
 * @param signalWeeks how many weeks those counts are kept
 */
public record TermWorkSettings(
        @JsonProperty("untranslatedFrom") int untranslatedFrom,
        @JsonProperty("untranslatedDays") int untranslatedDays,
        @JsonProperty("earlySignal") boolean earlySignal,
        @JsonProperty("signalWeeks") int signalWeeks) {
    public static final TermWorkSettings DEFAULT = new TermWorkSettings(5, 90, false, 156);

    public TermWorkSettings {
        if (untranslatedFrom < 2 || untranslatedDays < 1 || signalWeeks < Ears.WEEKS_NEEDED) {
            throw new IllegalArgumentException(
                    "terminology: untranslatedFrom is at least 2, untranslatedDays at least 1,"
                            + " signalWeeks at least " + Ears.WEEKS_NEEDED);
        }
    }
}
