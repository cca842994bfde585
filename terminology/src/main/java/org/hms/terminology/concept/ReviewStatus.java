package org.hms.terminology.concept;

import java.util.Locale;

/** Whether people who may judge it have looked at a concept, a label or a mapping. */
public enum ReviewStatus {
    /** Nobody has reviewed it yet. */
    CANDIDATE,
    /** A native speaker has confirmed the words. */
    SPEAKER_REVIEWED,
    /** A clinician has confirmed the meaning and the mappings. */
    CLINICALLY_REVIEWED;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static ReviewStatus ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
